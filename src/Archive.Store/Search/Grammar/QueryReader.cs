namespace Archive.Store.Search.Grammar;

/// <summary>Puts the pieces of a search together: "or" divides, all that stands between matches together, brackets hold.</summary>
internal sealed class QueryReader(QueryPieces pieces, QueryFields fields, QueryNotes notes)
{
    private QueryPiece _piece;
    private int _level;

    public SearchNode? Read()
    {
        Advance();
        var all = new List<SearchNode>();
        while (true)
        {
            Add(all, Any());
            if (_piece.Kind == PieceKind.End)
            {
                return All(all);
            }
            notes.Add("A closing bracket has no partner; searched without it");
            Advance();
        }
    }

    // a b or c d: both of the first, or both of the second.
    private SearchNode? Any()
    {
        var choices = new List<SearchNode>();
        var divided = false;
        while (true)
        {
            var choice = Together();
            var isDivided = _piece.Kind == PieceKind.Or;
            if (choice is null && (divided || isDivided))
            {
                notes.LeftOut("“or” needs something to search for on both sides");
            }
            if (choice is not null)
            {
                choices.Add(choice);
            }
            divided |= isDivided;
            if (!isDivided)
            {
                break;
            }
            Advance();
        }
        if (choices.Count > 1 && choices.Exists(choice => choice is AllOf))
        {
            notes.Add("“or” divides all that stands before it from all that follows; brackets say it otherwise: a (b or c)");
        }
        return choices.Count > 1 ? new AnyOf(choices) : All(choices);
    }

    private SearchNode? Together()
    {
        var parts = new List<SearchNode>();
        while (_piece.Kind is not (PieceKind.Or or PieceKind.Close or PieceKind.End))
        {
            Add(parts, Part());
        }
        return All(parts);
    }

    private SearchNode? Part()
    {
        switch (_piece.Kind)
        {
            case PieceKind.Not:
                Advance();
                return Part() is { } part ? new NoneOf(part) : null;
            case PieceKind.Open when _level < SearchQuery.MostLevels:
                return Bracket();
            case PieceKind.Open:
                PassOver();
                return null;
            // "or" here stands directly after a minus: the word.
            case PieceKind.Words or PieceKind.Or:
                var words = fields.Of(_piece);
                Advance();
                return words;
            default:
                Advance();
                return null;
        }
    }

    private SearchNode? Bracket()
    {
        _level++;
        Advance();
        var inside = Any();
        _level--;
        if (_piece.Kind == PieceKind.Close)
        {
            Advance();
        }
        else
        {
            notes.Add("An opening bracket has no partner; searched as if it closed at the end");
        }
        if (inside is null)
        {
            notes.LeftOut("A bracket has nothing in it");
        }
        return inside;
    }

    private void PassOver()
    {
        notes.Add($"What stands in brackets deeper than {SearchQuery.MostLevels} was left out");
        var open = 0;
        do
        {
            open += _piece.Kind switch { PieceKind.Open => 1, PieceKind.Close => -1, _ => 0 };
            Advance();
        }
        while (open > 0 && _piece.Kind != PieceKind.End);
    }

    private void Advance() => _piece = pieces.Next();

    private static void Add(List<SearchNode> parts, SearchNode? part)
    {
        if (part is AllOf all)
        {
            parts.AddRange(all.Parts);
        }
        else if (part is not null)
        {
            parts.Add(part);
        }
    }

    private static SearchNode? All(List<SearchNode> parts) => parts.Count > 1 ? new AllOf(parts) : parts.SingleOrDefault();
}
