using System.Runtime.InteropServices;

namespace Archive.Store.Search.Index;

/// <summary>Makes one segment of entries that are given in their order.</summary>
internal sealed class SegmentBuilder(SearchUnit unit, long id, int number)
{
    // Between the parts of a text stands more than any phrase can skip.
    private const int BetweenParts = 100;

    private readonly Dictionary<string, Posting> postings = new(4096, StringComparer.Ordinal);
    private readonly List<SegmentPost> posts = [];
    private readonly List<long?> outlets = [];
    private readonly List<byte> lengths = [];

    public int Count => lengths.Count;

    /// <summary>Adds the entry of one post, or of the next headline of the last post.</summary>
    public void Add(IndexedEntry entry)
    {
        var post = entry.Post;
        if (posts.Count == 0 || posts[^1].Id != post.Id)
        {
            posts.Add(new(post.Id, post.Kind, post.DatePrecision, post.StartDay, post.EndDay, Count, 0, entry.Position, post.HeadlineCount, post.Categories.ConvertAll(one => one.Id).ToArray()));
        }
        posts[^1] = posts[^1] with { EntryCount = posts[^1].EntryCount + 1 };
        outlets.Add(entry.OutletId);
        var words = 0;
        AddText(SearchPlace.Text, entry.Texts, ref words);
        AddFiling(entry);
        lengths.Add((byte)Math.Min(words, byte.MaxValue));
    }

    public SearchSegment Segment() => new()
    {
        Id = id,
        Unit = unit,
        Number = number,
        FirstDay = DateOnly.FromDayNumber(posts[^1].EndDay),
        LastDay = DateOnly.FromDayNumber(posts[0].EndDay),
        Count = Count,
        Posts = SegmentPosts.Write(posts),
        Outlets = unit == SearchUnit.Headline ? SegmentOutlets.Write(outlets) : [],
        Terms = TermFilter.Of(postings.Keys),
        Lengths = [.. lengths],
    };

    /// <summary>In the order of their terms, which is that of the table.</summary>
    public IEnumerable<SearchPosting> Postings() => postings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new SearchPosting
    {
        Term = pair.Key,
        SegmentId = id,
        Count = pair.Value.Entries.Count,
        Entries = EntrySet.Write(pair.Value.Entries, Count),
        Places = pair.Value.Written?.Finish(),
    });

    /// <summary>The words of its texts.</summary>
    public IEnumerable<string> Words => postings.Keys.Where(IndexTerm.IsWord);

    private void AddText(SearchPlace place, IEnumerable<string> texts, ref int words)
    {
        var start = 0;
        foreach (var text in texts)
        {
            var last = start;
            foreach (var token in SearchText.Tokens(text))
            {
                last = start + token.Position;
                words++;
                Of(IndexTerm.Word(place, token.Term), hasPlaces: true).Add(Count, last);
                for (var length = 1; place == SearchPlace.Text && length <= Math.Min(IndexTerm.LongestKeptPrefix, token.Term.Length); length++)
                {
                    // Half an emoji is no text: no database keeps it, and all halves would be one.
                    if (char.IsHighSurrogate(token.Term[length - 1]))
                    {
                        continue;
                    }
                    Of(IndexTerm.Prefix(token.Term[..length]), hasPlaces: false).Add(Count);
                }
            }
            start = last + BetweenParts;
        }
    }

    private void AddFiling(IndexedEntry entry)
    {
        var post = entry.Post;
        var words = 0;
        Of(IndexTerm.Kind(post.Kind), hasPlaces: false).Add(Count);
        if (entry.State is { } state)
        {
            Of(IndexTerm.State(state), hasPlaces: false).Add(Count);
        }
        if (entry.Outlet is { } outlet)
        {
            Of(IndexTerm.OutletSlug(outlet.Slug), hasPlaces: false).Add(Count);
            AddText(SearchPlace.Outlet, [outlet.Name], ref words);
        }
        if (post.Place is { } place)
        {
            AddText(SearchPlace.Place, [place], ref words);
        }
        foreach (var category in post.Categories)
        {
            Of(IndexTerm.CategorySlug(category.Slug), hasPlaces: false).Add(Count);
            AddText(SearchPlace.Category, [category.Name], ref words);
        }
        if (unit == SearchUnit.Post)
        {
            AddText(SearchPlace.Title, [post.Title], ref words);
        }
    }

    private Posting Of(string term, bool hasPlaces)
    {
        ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, term, out _);
        return posting ??= new(hasPlaces);
    }

    /// <summary>A term's entries while they come in.</summary>
    private sealed class Posting(bool hasPlaces)
    {
        public List<int> Entries { get; } = [];

        public PlacesOfEntries? Written { get; } = hasPlaces ? new() : null;

        public void Add(int entry)
        {
            if (Entries.Count == 0 || Entries[^1] != entry)
            {
                Entries.Add(entry);
            }
        }

        public void Add(int entry, int place)
        {
            var isNew = Entries.Count == 0 || Entries[^1] != entry;
            Written!.Add(place, isNew);
            Add(entry);
        }
    }

    /// <summary>The places of the entry that is being read, and the bytes of those before.</summary>
    private sealed class PlacesOfEntries
    {
        private readonly NumberWriter before = new();
        private readonly List<int> current = [];

        public void Add(int place, bool isNewEntry)
        {
            if (isNewEntry)
            {
                Flush();
            }
            current.Add(place);
        }

        public byte[] Finish()
        {
            Flush();
            return before.ToArray();
        }

        private void Flush()
        {
            if (current.Count > 0)
            {
                Places.Add(before, current);
                current.Clear();
            }
        }
    }
}

/// <summary>One entry to be indexed.</summary>
/// <param name="Position">Of the headline in its post; 0 for a post.</param>
/// <param name="Texts">What its words are looked for in, part by part.</param>
internal sealed record IndexedEntry(IndexedPost Post, int Position, IEnumerable<string> Texts, long? OutletId, Outlet? Outlet, SearchState? State);

/// <summary>What the index knows of a post beside its words.</summary>
internal sealed record IndexedPost(
    long Id, PostKind Kind, DatePrecision? DatePrecision, DateOnly? DateStart, DateOnly SortDay, string Title, string? Place, int HeadlineCount, List<Category> Categories)
{
    public int EndDay => SortDay.DayNumber;

    public int StartDay => DateStart?.DayNumber ?? EndDay;
}
