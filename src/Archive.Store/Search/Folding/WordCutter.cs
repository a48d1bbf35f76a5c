using System.Text;

namespace Archive.Store.Search.Folding;

/// <summary>Reads a text once from its beginning to its end, and keeps its words.</summary>
/// <param name="pool">Where their strings come from; null where each gets its own.</param>
internal ref struct WordCutter(ReadOnlySpan<char> text, Span<char> term, List<SearchToken> tokens, TermPool? pool)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _term = term;
    private int _length;
    private int _start;
    private int _end;
    private int _position = -1;
    private bool _gap;
    private bool _links;
    // What the word being read is; Gap where none is.
    private LetterKind _word;
    private LetterKind _before;

    public void Cut()
    {
        Span<char> units = stackalloc char[2];
        for (var at = 0; at < _text.Length; at++)
        {
            var c = _text[at];
            var kind = LetterTable.KindOf(c);
            if (char.IsHighSurrogate(c) && at + 1 < _text.Length && char.IsLowSurrogate(_text[at + 1]))
            {
                (kind, var rune) = LetterTable.Of(new Rune(c, _text[at + 1]));
                Take(kind, at, 2, units[..rune.EncodeToUtf16(units)]);
                at++;
            }
            else if (kind == LetterKind.Gap)
            {
                End();
                _gap = true;
            }
            else if (LetterTable.FoldedOf(c) is not '\0' and var folded)
            {
                Take(kind, at, 1, new(in folded));
            }
            else
            {
                Take(kind, at, 1, LetterTable.SequenceOf(c));
            }
        }
        End();
    }

    private void Take(LetterKind kind, int at, int length, scoped ReadOnlySpan<char> folded)
    {
        switch (kind)
        {
            case LetterKind.Gap:
                End();
                _gap = true;
                return;
            case LetterKind.Dot:
                End();
                return;
            case LetterKind.Invisible:
                return;
            case LetterKind.Accent when _word == LetterKind.Gap:
                return;
            case LetterKind.Accent:
                _end = at + length;
                return;
            case LetterKind.Mark or LetterKind.Linker when _word == LetterKind.Gap:
                Begin(LetterKind.Letter, at);
                break;
            case LetterKind.Character or LetterKind.Sign when !(_links && _word == LetterKind.Character):
            case LetterKind.Letter or LetterKind.Raised when kind != _word:
                End();
                Begin(kind, at);
                break;
        }
        Append(folded);
        _end = at + length;
        _links = kind == LetterKind.Linker;
    }

    private void Begin(LetterKind kind, int at)
    {
        // After a character of an unspaced script whatever stands between is part of what a phrase must meet: 국 사 is not 국사.
        _position += _gap && _before == LetterKind.Character ? 2 : 1;
        _gap = false;
        _word = kind;
        _start = at;
    }

    private void Append(scoped ReadOnlySpan<char> folded)
    {
        foreach (var c in folded)
        {
            if (_length > 0 && Jamo.Joined(_term[_length - 1], c) is not '\0' and var syllable)
            {
                _term[_length - 1] = syllable;
            }
            else if (_length < _term.Length)
            {
                _term[_length++] = c;
            }
        }
    }

    private void End()
    {
        if (_word == LetterKind.Gap)
        {
            return;
        }
        // A word cut at its longest must not end in half a character.
        _length -= char.IsHighSurrogate(_term[_length - 1]) ? 1 : 0;
        tokens.Add(new(pool?.Of(_term[.._length]) ?? new(_term[.._length]), _position, _start, _end - _start));
        _before = _word;
        _word = LetterKind.Gap;
        _length = 0;
        _links = false;
    }
}
