using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>A typed word or run of words and what it stands for: the other spellings of its topics.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Others">Searched beside it.</param>
internal sealed record WordGroup(IReadOnlyList<WordsNode> Typed, IReadOnlyList<WordsNode> Others)
{
    public IEnumerable<WordsNode> All => Typed.Concat(Others);
}

/// <summary>A request, understood: what must match, and what the answer says about it.</summary>
/// <param name="Root">With the filters; null for everything.</param>
/// <param name="Unfiltered">What was typed, without the filters.</param>
/// <param name="Groups">The words that were typed and must or may match, for marks, spellings and the best match.</param>
internal sealed record Asked(SearchNode? Root, SearchNode? Unfiltered, IReadOnlyList<WordGroup> Groups, IReadOnlyList<Expansion> Expansions, IReadOnlyList<string> Notes)
{
    /// <summary>All words that may be why something matches.</summary>
    public IReadOnlyList<WordsNode> Words { get; } = [.. Groups.SelectMany(group => group.All)];
}

/// <summary>Turns a request into what must match: what was typed with the spellings of its topics, and the filters.</summary>
internal sealed class RequestReader(SearchRequest request, Thesaurus thesaurus)
{
    private readonly List<WordGroup> groups = [];
    private readonly List<Expansion> expansions = [];
    private readonly List<string> notes = [];
    private readonly HashSet<string> without = new(request.Without, StringComparer.Ordinal);

    public Asked Read()
    {
        var query = SearchQuery.Parse(request.Query, thesaurus);
        notes.AddRange(query.Notes);
        var typed = query.Root is { } root ? Expand(root, isWanted: true) : null;
        var parts = new[] { typed }.Concat(Filters()).OfType<SearchNode>().ToList();
        return new(parts switch { [] => null, [var one] => one, _ => new AllOf(parts) }, typed, groups, expansions, notes);
    }

    private IEnumerable<SearchNode> Filters()
    {
        if (request.From is not null || request.To is not null)
        {
            yield return new PublishedNode(request.From, request.To);
        }
        if (request.Kind is { } kind)
        {
            yield return new KindNode(kind);
        }
        if (request.Outlet is { } outlet)
        {
            yield return new TermNode(IndexTerm.OutletSlug(outlet));
        }
        if (request.Category is { } category)
        {
            yield return new TermNode(IndexTerm.CategorySlug(category));
        }
        if (request.Topic is { } topic)
        {
            yield return OfTopic(topic, isWanted: true);
        }
        if (request.Link is { } link)
        {
            yield return new StateNode(link);
        }
        if (request.Form is { } form && Searching.Terms(form) is { Count: > 0 } terms)
        {
            yield return new WordsNode(form, terms, IsQuoted: true);
        }
    }

    private SearchNode Expand(SearchNode node, bool isWanted) => node switch
    {
        AllOf all => new AllOf(ExpandRuns(all.Parts, isWanted)),
        AnyOf any => new AnyOf([.. any.Parts.Select(part => Expand(part, isWanted))]),
        NoneOf none => new NoneOf(Expand(none.Part, isWanted: false)),
        TopicNode topic => OfTopic(topic.Slug, isWanted),
        WordsNode words => ExpandRuns([words], isWanted)[0],
        _ => node,
    };

    // "east turkistan" is two words that are one spelling: topics are looked for in runs of words, the longest first.
    private List<SearchNode> ExpandRuns(IReadOnlyList<SearchNode> parts, bool isWanted)
    {
        List<SearchNode> expanded = [];
        for (var i = 0; i < parts.Count;)
        {
            if (parts[i] is not WordsNode first)
            {
                expanded.Add(Expand(parts[i++], isWanted));
                continue;
            }
            var run = parts.Skip(i).TakeWhile(part => part is WordsNode words && MayExpand(words) && words.In == first.In).Cast<WordsNode>().ToList();
            var (taken, topics) = Longest(run);
            var typed = run.Count > 0 ? run[..Math.Max(taken, 1)] : [first];
            expanded.Add(Join(typed, topics, isWanted));
            i += typed.Count;
        }
        return expanded;
    }

    private bool MayExpand(WordsNode words) => !request.Exact && words is { IsQuoted: false, IsPrefix: false, In: SearchPlace.Text or SearchPlace.Title };

    // How many whole nodes the longest spelling takes: one that ends inside a node takes none of it.
    private (int Nodes, IReadOnlyList<Topic> Topics) Longest(List<WordsNode> run)
    {
        for (var nodes = run.Count; nodes > 0; nodes--)
        {
            var terms = run.Take(nodes).SelectMany(words => words.Terms.Select((term, i) => i == 0 ? term with { Gap = 1 } : term)).ToList();
            var (length, topics) = thesaurus.Longest(terms, 0);
            if (length == terms.Count)
            {
                return (nodes, topics);
            }
        }
        return (0, []);
    }

    private SearchNode Join(List<WordsNode> typed, IReadOnlyList<Topic> topics, bool isWanted)
    {
        SearchNode asTyped = typed is [var one] ? one : new AllOf(typed);
        var typedTerms = string.Join(' ', typed.SelectMany(words => words.Terms).Select(term => term.Text));
        List<WordsNode> others = [];
        foreach (var topic in topics)
        {
            var also = topic.Spellings.Where(spelling => string.Join(' ', spelling.Terms.Select(term => term.Text)) != typedTerms || spelling.IsPrefix).ToList();
            others.AddRange(also.Where(spelling => !without.Contains(spelling.Text)).Select(spelling => Words.Of(spelling).In(typed[0].In)));
            expansions.Add(new(
                string.Join(' ', typed.Select(words => words.Typed)), topic.Slug, topic.Name,
                [.. also.Select(spelling => new ExpandedSpelling(spelling.Text, !without.Contains(spelling.Text)))]));
        }
        if (isWanted)
        {
            groups.Add(new(typed, others));
        }
        return others.Count == 0 ? asTyped : new AnyOf([asTyped, .. others]);
    }

    private AnyOf OfTopic(string slug, bool isWanted)
    {
        if (thesaurus.WithSlug(slug) is not { } topic)
        {
            notes.Add($"There is no topic “{slug}” in the thesaurus, so nothing has it.");
            return new AnyOf([]);
        }
        var spellings = topic.Spellings.Where(spelling => !without.Contains(spelling.Text)).Select(Words.Of).ToList();
        if (isWanted)
        {
            groups.Add(new([], spellings));
        }
        return new AnyOf(spellings);
    }
}

/// <summary>Typed text as the terms of a phrase.</summary>
internal static class Searching
{
    public static IReadOnlyList<SearchTerm> Terms(string text)
    {
        List<SearchTerm> terms = [];
        var last = 0;
        foreach (var token in SearchText.Tokens(text))
        {
            terms.Add(new(token.Term, terms.Count == 0 ? 0 : token.Position - last));
            last = token.Position;
        }
        return terms;
    }
}
