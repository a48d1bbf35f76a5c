namespace Archive.Store.Search;

/// <summary>All spellings, word by word: a run of words is followed as far as it leads, however many spellings there are.</summary>
internal sealed class SpellingTree
{
    private readonly Branch root = new();

    // Beginnings of single words ("ئۇيغۇر*"), and how long the shortest and the longest of them is.
    private readonly Dictionary<string, List<Topic>> beginnings = new(StringComparer.Ordinal);
    private readonly int shortest;
    private readonly int longest;

    public SpellingTree(IEnumerable<Topic> topics)
    {
        foreach (var topic in topics)
        {
            foreach (var spelling in topic.Spellings)
            {
                Add(spelling.IsPrefix ? Beginning(spelling.Terms[0].Text) : root.At(spelling.Terms).Topics, topic);
            }
        }
        (shortest, longest) = beginnings.Count == 0 ? (1, 0) : (beginnings.Keys.Min(text => text.Length), beginnings.Keys.Max(text => text.Length));
    }

    public (int Length, IReadOnlyList<Topic> Topics) Longest(IReadOnlyList<SearchTerm> terms, int from)
    {
        var (length, found) = (0, (IReadOnlyList<Topic>)[]);
        if (from >= terms.Count)
        {
            return (length, found);
        }
        var branch = root;
        for (var i = from; i < terms.Count && branch.Next.TryGetValue(i == from ? First(terms[i]) : terms[i], out branch); i++)
        {
            if (branch.Topics.Count > 0)
            {
                (length, found) = (i - from + 1, branch.Topics);
            }
        }
        return length > 1 || Begun(terms[from].Text) is not { Count: > 0 } begun ? (length, found) : (1, [.. found.Union(begun)]);
    }

    // No more looks than the longest beginning has letters.
    private List<Topic> Begun(string word)
    {
        var found = new List<Topic>();
        for (var length = shortest; length <= Math.Min(longest, word.Length); length++)
        {
            if (beginnings.TryGetValue(word[..length], out var topics))
            {
                found.AddRange(topics);
            }
        }
        return found;
    }

    private List<Topic> Beginning(string text) => beginnings.TryGetValue(text, out var topics) ? topics : beginnings[text] = [];

    private static void Add(List<Topic> topics, Topic topic)
    {
        if (!topics.Contains(topic))
        {
            topics.Add(topic);
        }
    }

    // What stood before the first word is none of the phrase's business.
    private static SearchTerm First(SearchTerm term) => term with { Gap = 0 };

    private sealed class Branch
    {
        public Dictionary<SearchTerm, Branch> Next { get; } = [];

        public List<Topic> Topics { get; } = [];

        public Branch At(IReadOnlyList<SearchTerm> terms)
        {
            var branch = this;
            for (var i = 0; i < terms.Count; i++)
            {
                var term = i == 0 ? First(terms[i]) : terms[i];
                branch = branch.Next.TryGetValue(term, out var next) ? next : branch.Next[term] = new();
            }
            return branch;
        }
    }
}
