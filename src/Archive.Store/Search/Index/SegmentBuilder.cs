namespace Archive.Store.Search.Index;

/// <summary>Makes one segment of entries that are given in their order.</summary>
/// <param name="pool">Of the words of all segments that are made together.</param>
internal sealed class SegmentBuilder(SearchUnit unit, long id, int number, TermPool pool)
{
    // Between the parts of a text stands more than any phrase can skip.
    private const int BetweenParts = 100;

    private readonly SegmentTerms terms = new();
    private readonly List<SegmentPost> posts = [];
    private readonly List<long?> outlets = [];
    private readonly List<byte> lengths = [];
    private readonly List<SearchToken> tokens = [];

    public int Count => lengths.Count;

    /// <summary>The words of its texts.</summary>
    public IEnumerable<string> Words => terms.Words;

    /// <summary>Adds the entry of one post, or of the next headline of the last post.</summary>
    public void Add(IndexedEntry entry)
    {
        var post = entry.Post;
        if (posts.Count == 0 || posts[^1].Id != post.Id)
        {
            posts.Add(new(post.Id, post.Kind, post.DatePrecision, post.StartDay, post.EndDay, Count, 0, entry.Position, post.HeadlineCount, post.Categories.ConvertAll(one => one.Id).ToArray()));
        }
        outlets.Add(entry.OutletId);
        var words = 0;
        AddText(SearchPlace.Text, entry.Texts, ref words);
        AddFiling(entry);
        lengths.Add((byte)Math.Min(words, byte.MaxValue));
    }

    /// <summary>The segment and its postings, those in the order of their table; when all entries are there.</summary>
    public (SearchSegment Segment, List<SearchPosting> Postings) Finish()
    {
        var postings = terms.Postings(id, Count).ToList();
        var segment = new SearchSegment
        {
            Id = id,
            Unit = unit,
            Number = number,
            FirstDay = DateOnly.FromDayNumber(posts[^1].EndDay),
            LastDay = DateOnly.FromDayNumber(posts[0].EndDay),
            Count = Count,
            Posts = SegmentPosts.Write([.. posts.Select((post, i) => post with { EntryCount = (i + 1 < posts.Count ? posts[i + 1].FirstEntry : Count) - post.FirstEntry })]),
            Outlets = unit == SearchUnit.Headline ? SegmentOutlets.Write(outlets) : [],
            Terms = TermFilter.Of(postings.ConvertAll(posting => posting.Term)),
            Lengths = [.. lengths],
        };
        return (segment, postings);
    }

    private void AddText(SearchPlace place, IEnumerable<string> texts, ref int words)
    {
        var start = 0;
        foreach (var text in texts)
        {
            var last = start;
            SearchText.Tokens(text, pool, tokens);
            foreach (var token in tokens)
            {
                last = start + token.Position;
                words++;
                terms.Add(IndexTerm.Word(place, token.Term), Count, last);
            }
            start = last + BetweenParts;
        }
    }

    private void AddFiling(IndexedEntry entry)
    {
        var post = entry.Post;
        var words = 0;
        terms.Add(IndexTerm.Kind(post.Kind), Count);
        foreach (var state in entry.States)
        {
            terms.Add(IndexTerm.State(state), Count);
        }
        if (entry.Outlet is { } outlet)
        {
            terms.Add(IndexTerm.OutletSlug(outlet.Slug), Count);
            AddText(SearchPlace.Outlet, [outlet.Name], ref words);
        }
        if (post.Place is { } place)
        {
            AddText(SearchPlace.Place, [place], ref words);
        }
        foreach (var category in post.Categories)
        {
            terms.Add(IndexTerm.CategorySlug(category.Slug), Count);
            AddText(SearchPlace.Category, [category.Name], ref words);
        }
        if (unit == SearchUnit.Post)
        {
            AddText(SearchPlace.Title, [post.Title], ref words);
        }
    }
}

/// <summary>One entry to be indexed.</summary>
/// <param name="Position">Of the headline in its post; 0 for a post.</param>
/// <param name="Texts">What its words are looked for in, part by part.</param>
internal sealed record IndexedEntry(IndexedPost Post, int Position, IEnumerable<string> Texts, long? OutletId, Outlet? Outlet, IReadOnlyList<SearchState> States);

/// <summary>What the index knows of a post beside its words.</summary>
internal sealed record IndexedPost(
    long Id, PostKind Kind, DatePrecision? DatePrecision, DateOnly? DateStart, DateOnly SortDay, string Title, string? Place, int HeadlineCount, List<Category> Categories)
{
    public int EndDay => SortDay.DayNumber;

    public int StartDay => DateStart?.DayNumber ?? EndDay;
}
