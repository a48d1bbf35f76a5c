using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>Which entries of one segment match: sets of the terms, joined as the search says.</summary>
internal sealed class Evaluation(SegmentView segment, Postings postings)
{
    /// <returns>A set that is the caller's; null where no entry matches.</returns>
    public ulong[]? Of(SearchNode? node) => node switch
    {
        null => EntrySet.Full(segment.Count),
        AllOf all => OfAll(all),
        AnyOf any => OfAny(any),
        NoneOf none => Without(none),
        WordsNode words when IsKnown(words) => segment.Having(words.Key),
        WordsNode { Terms.Count: 1, IsPrefix: false } word => OfTerm(word.Term(0, segment.Unit)),
        WordsNode words => OfWords(words),
        PublishedNode published => OfPosts(post => post.EndDay >= (published.First ?? DateOnly.MinValue).DayNumber && post.EndDay <= (published.Last ?? DateOnly.MaxValue).DayNumber
            // What has no date was published on no day.
            && post.EndDay > 0),
        OnNode on => OfPosts(post => post.EndDay >= on.First.DayNumber && post.StartDay <= on.Last.DayNumber && post.EndDay > 0),
        StateNode state when segment.States.TryGetValue(state.State, out var kept) => (ulong[])kept.Clone(),
        _ when TermOf(node) is { } term => OfTerm(term),
        _ => null,
    };

    /// <summary>The one term that a node stands for; null for nodes of another kind.</summary>
    public static string? TermOf(SearchNode node) => node switch
    {
        TermNode one => one.Term,
        KindNode kind => IndexTerm.Kind(kind.Kind),
        StateNode state => IndexTerm.State(state.State),
        _ => null,
    };

    /// <summary>How many entries of a set have the words.</summary>
    public int CountIn(ulong[] set, WordsNode words) =>
        IsKnown(words) ? segment.CountHaving(words.Key, set) : Of(words) is { } having ? EntrySet.CountBoth(set, having) : 0;

    private bool IsKnown(WordsNode words) => PostingReader.IsKnown(words, segment);

    private ulong[]? OfAll(AllOf all)
    {
        ulong[]? set = null;
        // What must not match only takes away, so it comes last, where it may have nothing left to do.
        foreach (var part in all.Parts.Where(part => part is not NoneOf).Concat(all.Parts.Where(part => part is NoneOf)))
        {
            if (Of(part) is not { } one)
            {
                return null;
            }
            if (set is null)
            {
                set = one;
                continue;
            }
            EntrySet.And(set, one);
            if (EntrySet.IsEmpty(set))
            {
                return null;
            }
        }
        return set ?? EntrySet.Full(segment.Count);
    }

    private ulong[]? OfAny(AnyOf any)
    {
        ulong[]? set = null;
        foreach (var part in any.Parts)
        {
            if (Of(part) is { } one)
            {
                if (set is null)
                {
                    set = one;
                }
                else
                {
                    EntrySet.Or(set, one);
                }
            }
        }
        return set;
    }

    private ulong[]? Without(NoneOf none)
    {
        var set = EntrySet.Full(segment.Count);
        if (Of(none.Part) is { } part)
        {
            EntrySet.Without(set, part);
        }
        return EntrySet.IsEmpty(set) ? null : set;
    }

    private ulong[]? OfTerm(string term) => postings.Of(term, segment.Id) is { } posting ? SetOf(posting) : null;

    private ulong[]? OfPosts(Func<SegmentPost, bool> isWanted)
    {
        var set = EntrySet.Empty();
        foreach (var post in segment.Posts)
        {
            if (isWanted(post))
            {
                EntrySet.AddRange(set, post.FirstEntry, post.EntryCount);
            }
        }
        return EntrySet.IsEmpty(set) ? null : set;
    }

    private ulong[]? OfWords(WordsNode words)
    {
        if (words.NeedsRange(segment.Unit) && !words.IsPhrase())
        {
            return (ulong[]?)postings.Joined(words.Term(0, segment.Unit), segment.Id)?.Clone();
        }
        var all = EntrySet.Full(segment.Count);
        List<List<PlacedWord>> places = [];
        for (var i = 0; i < words.Terms.Count; i++)
        {
            var word = EntrySet.Empty();
            places.Add(PostingsOf(words, i).ConvertAll(posting => new PlacedWord(AddTo(word, posting), posting.Places ?? [])));
            EntrySet.And(all, word);
            if (EntrySet.IsEmpty(all))
            {
                return null;
            }
        }
        return words.IsPhrase() ? Phrase.Keep(words, places, all) : all;
    }

    private List<Posting> PostingsOf(WordsNode words, int i)
    {
        var term = words.Term(i, segment.Unit);
        if (words.IsPrefix && i == words.Terms.Count - 1)
        {
            if (words.NeedsRange(segment.Unit))
            {
                return postings.Beginning(term, segment.Id);
            }
            term = IndexTerm.Prefix(words.Terms[i].Text);
        }
        return postings.Of(term, segment.Id) is { } one ? [one] : [];
    }

    // The entries of one posting, which are added to those of the word.
    private ulong[] AddTo(ulong[] word, Posting posting)
    {
        var set = SetOf(posting);
        EntrySet.Or(word, set);
        return set;
    }

    private ulong[] SetOf(Posting posting)
    {
        var set = EntrySet.Empty();
        EntrySet.ReadInto(set, posting.Entries, segment.Count);
        return set;
    }
}
