namespace Archive.Store.Search.Grammar;

/// <summary>Cuts a search into its pieces, from the beginning to the end.</summary>
internal sealed class QueryPieces(string text, QueryNotes notes)
{
    private int _at;

    public QueryPiece Next()
    {
        while (_at < text.Length && QueryMarks.IsBlank(text[_at]))
        {
            _at++;
        }
        if (_at == text.Length)
        {
            return new(PieceKind.End);
        }
        return text[_at] switch
        {
            var c when QueryMarks.IsOpen(c) => One(PieceKind.Open),
            var c when QueryMarks.IsClose(c) => One(PieceKind.Close),
            var c when QueryMarks.IsBar(c) => Run(PieceKind.Or, QueryMarks.IsBar),
            var c when QueryMarks.IsDash(c) => Dash(),
            var c when QueryMarks.IsQuote(c) => Quotation(field: null),
            _ => Word(),
        };
    }

    private QueryPiece One(PieceKind kind) => new(kind, text[_at].ToString(), _at++);

    private QueryPiece Run(PieceKind kind, Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < text.Length && belongs(text[_at]))
        {
            _at++;
        }
        return new(kind, text[start.._at], start);
    }

    // -not, with nothing between the dash and the word, and nothing but a blank or a bracket before it.
    private QueryPiece Dash()
    {
        var begins = _at == 0 || QueryMarks.IsBlank(text[_at - 1]) || QueryMarks.IsOpen(text[_at - 1]) || QueryMarks.IsBar(text[_at - 1]);
        var dash = Run(PieceKind.Not, QueryMarks.IsDash);
        if (!begins)
        {
            return Next();
        }
        if (_at < text.Length && !QueryMarks.IsBlank(text[_at]) && !QueryMarks.IsClose(text[_at]) && !QueryMarks.IsBar(text[_at]))
        {
            return dash;
        }
        notes.LeftOut($"{QueryNotes.Shown(dash.Text)} needs a word directly after it");
        return new(PieceKind.Nothing);
    }

    // "exact phrase", also as a field's value; a star directly after it makes its last word the beginning of one.
    private QueryPiece Quotation(string? field)
    {
        var opening = _at++;
        var closing = QueryMarks.Closing(text, opening);
        if (closing < 0)
        {
            notes.Add($"The quotation mark {QueryNotes.Shown(text[opening].ToString())} has no partner; searched without it");
            return new(PieceKind.Nothing);
        }
        var inside = text[_at..closing];
        _at = closing + 1;
        var stars = Run(PieceKind.Nothing, QueryMarks.IsStar).Text.Length + inside.Length - inside.AsSpan().TrimEnd("*＊∗").Length;
        return new(PieceKind.Words, inside, opening + 1, field, IsQuoted: true, IsPrefix: stars > 0);
    }

    private QueryPiece Word()
    {
        var start = _at;
        var word = Run(PieceKind.Words, c => !QueryMarks.EndsWord(c)).Text;
        if (IsOr(word))
        {
            return new(PieceKind.Or, word, start);
        }
        if (word is "AND" or "NOT")
        {
            notes.Add(word == "AND" ? "“AND” was searched as a word; all words must match without it" : "“NOT” was searched as a word; a word is left out by “-” before it");
        }
        var colon = word.AsSpan().IndexOfAny(":：﹕");
        return colon > 0 && FieldNames.Of(word[..colon]) is { } field ? Field(field, word, start, colon) : Plain(word, start, field: null);
    }

    private QueryPiece Field(string field, string word, int start, int colon)
    {
        var isQuoted = colon == word.Length - 1 && _at < text.Length && QueryMarks.IsQuote(text[_at]);
        if (!FieldNames.All.Contains(field))
        {
            if (isQuoted || colon < word.Length - 1)
            {
                notes.Add($"{QueryNotes.Shown(word[..colon] + ":")} is not a field; searched as words");
            }
            return Plain(word, start, field: null);
        }
        if (isQuoted)
        {
            return Quotation(field);
        }
        if (colon == word.Length - 1)
        {
            notes.LeftOut($"{QueryNotes.Shown(word)} needs {FieldNames.Need(field)}");
            return new(PieceKind.Nothing);
        }
        return Plain(word[(colon + 1)..], start + colon + 1, field);
    }

    private QueryPiece Plain(string word, int start, string? field)
    {
        var stem = word.AsSpan().TrimEnd("*＊∗").ToString();
        if (stem.Length == 0)
        {
            notes.LeftOut($"{QueryNotes.Shown(word)} needs the beginning of a word before it");
            return new(PieceKind.Nothing);
        }
        if (stem.Any(QueryMarks.IsStar))
        {
            notes.Add($"“*” stands for other endings only; in {QueryNotes.Shown(word)} it was searched without it");
        }
        return new(PieceKind.Words, stem, start, field, IsPrefix: stem.Length < word.Length);
    }

    private static bool IsOr(string word) => word.Length == 2 && SearchText.Words(word) is [{ Term: "or" }];
}
