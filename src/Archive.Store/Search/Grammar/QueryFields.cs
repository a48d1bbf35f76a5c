using Archive.Store.Search.Folding;

namespace Archive.Store.Search.Grammar;

/// <summary>What words and fields ask for.</summary>
internal sealed class QueryFields(Thesaurus thesaurus, QueryNotes notes)
{
    private int _words;

    /// <returns>Null where nothing is asked for, which has been noted.</returns>
    public SearchNode? Of(QueryPiece piece) => piece.Field switch
    {
        "kind" => Understood(piece, KindWords.Of(piece.Text) is { } kind ? new KindNode(kind) : null),
        "is" => Understood(piece, State(piece.Text) is { } state ? new StateNode(state) : null),
        "after" or "before" or "on" => Understood(piece, SearchDays.Of(piece.Text.Trim()) is { } days ? Dates(piece.Field, days.First, days.Last) : null),
        "topic" => Topic(piece),
        "title" => Words(piece, SearchPlace.Title),
        "outlet" => Words(piece, SearchPlace.Outlet),
        "place" => Words(piece, SearchPlace.Place),
        "category" => Words(piece, SearchPlace.Category),
        _ => Words(piece, SearchPlace.Text),
    };

    private SearchNode? Understood(QueryPiece piece, SearchNode? node)
    {
        if (node is null)
        {
            notes.LeftOut($"{QueryNotes.Shown($"{piece.Field}:{piece.Text}")} was not understood: “{piece.Field}:” needs {FieldNames.Need(piece.Field!)}");
        }
        return node;
    }

    private static SearchState? State(string text) => SearchText.Words(text) is [{ Term: var word }] ? word switch
    {
        "lost" => SearchState.Lost,
        "linked" => SearchState.Linked,
        "dead" => SearchState.Dead,
        "empty" => SearchState.Empty,
        _ => null,
    } : null;

    // Before the first of all days there is none.
    private static SearchNode? Dates(string field, DateOnly first, DateOnly last) => field switch
    {
        "after" => new PublishedNode(first, null),
        "before" => first == DateOnly.MinValue ? null : new PublishedNode(null, first.AddDays(-1)),
        _ => new OnNode(first, last),
    };

    private SearchNode? Topic(QueryPiece piece)
    {
        var terms = Terms(SearchText.Words(piece.Text));
        if (terms.Count == 0)
        {
            return Words(piece, SearchPlace.Text);
        }
        if (thesaurus.Topics.FirstOrDefault(topic => topic.Slug == Slug.Lookup(piece.Text)) is { } one)
        {
            return new TopicNode(one.Slug);
        }
        if (thesaurus.Topics.Count > 0 && thesaurus.Longest(terms, 0) is { Topics: { Count: > 0 } topics } found && found.Length == terms.Count)
        {
            return topics is [var only] ? new TopicNode(only.Slug) : new AnyOf([.. topics.Select(topic => new TopicNode(topic.Slug))]);
        }
        notes.Add($"{QueryNotes.Shown(piece.Text)} is not in the thesaurus; searched as words");
        return Words(piece, SearchPlace.Text);
    }

    private WordsNode? Words(QueryPiece piece, SearchPlace place)
    {
        var tokens = SearchText.Words(piece.Text);
        if (tokens.Count == 0)
        {
            notes.LeftOut($"{QueryNotes.Shown(piece.Text)} has no letter or digit to search for");
            return null;
        }
        var room = SearchQuery.MostWords - _words;
        if (room < tokens.Count)
        {
            notes.Add($"Only the first {SearchQuery.MostWords} words were searched; the others were left out");
            tokens = [.. tokens.Take(room)];
        }
        if (tokens.Count == 0)
        {
            return null;
        }
        _words += tokens.Count;
        var (start, end) = (tokens[0].Start, tokens[^1].Start + tokens[^1].Length);
        // A character of an unspaced script matches inside whatever follows it, star or no star.
        var isPrefix = piece.IsPrefix && end == piece.Text.AsSpan().TrimEnd("*＊∗").Length && !LetterTable.IsCharacter(tokens[^1].Term);
        return new(piece.Text[start..end], Terms(tokens), piece.IsQuoted, isPrefix, place) { Where = new(piece.Start + start, end - start) };
    }

    private static List<SearchTerm> Terms(List<SearchToken> tokens) =>
        [.. tokens.Select((token, index) => new SearchTerm(token.Term, index == 0 ? 0 : token.Position - tokens[index - 1].Position))];
}
