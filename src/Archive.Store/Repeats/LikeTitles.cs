using Archive.Store.Search;
using Archive.Store.Search.Asking;
using Archive.Store.Search.Index;
using Archive.Store.Stories;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Repeats;

/// <summary>Titles that say the same as others or report the same: found through the search index for all of them at once, decided by the rule of stories.</summary>
internal sealed class LikeTitles(ArchiveContext archive, SearchMemory memory, DateOnly day)
{
    // So many headlines are compared with one title; those that share most of its words.
    private const int MostCompared = 60;

    public async Task<List<List<(Likeness Likeness, HeadlineRow Row)>>> OfAsync(IReadOnlyList<string> titles, CancellationToken cancellation)
    {
        var segments = (await memory.ShelfAsync(archive, cancellation)).Headlines;
        var questions = titles.Select(title => new TitleQuestion(title)).ToList();
        var same = questions.ConvertAll(question => question.Rarest(Places(segments)));

        var forSame = await ReadAsync(same.SelectMany(terms => terms), segments, cancellation);
        var nearby = segments.Where(IsNear).ToList();
        var forSimilar = await ReadAsync(questions.Where(question => question.HasSimilar).SelectMany(question => question.Telling.SelectMany(forms => forms)), nearby, cancellation);

        var found = questions.Select((question, i) => Find(question, same[i], segments, forSame, nearby, forSimilar)).ToList();
        var places = found.SelectMany(one => one).Distinct().ToList();
        var byPlace = (await new FoundRows(archive).AtAsync(places, cancellation)).ToDictionary(row => (row.PostId, row.Position));
        return [.. questions.Select((question, i) => found[i].Distinct().Where(byPlace.ContainsKey).Select(place => byPlace[place])
            .Select(row => (Likeness: LikenessOf(question.Wording, StoryWording.Of(row.Text), row.SortDay), Row: row))
            .Where(one => one.Likeness is not null).Select(one => (one.Likeness!.Value, one.Row)).ToList())];
    }

    private Likeness? LikenessOf(StoryWording title, StoryWording other, DateOnly otherDay) =>
        title.Folded.Length > 0 && title.Folded == other.Folded ? Likeness.SameTitle
        : Math.Abs(otherDay.DayNumber - day.DayNumber) <= RepeatCheck.SimilarWithin && StoryRule.IsSame(title, other) ? Likeness.SimilarTitle
        : null;

    // Posts stand in the order of results, the newest first.
    private bool IsNear(SegmentView segment) =>
        segment.Posts[^1].EndDay <= day.DayNumber + RepeatCheck.SimilarWithin && segment.Posts[0].EndDay >= day.DayNumber - RepeatCheck.SimilarWithin;

    private async Task<Postings> ReadAsync(IEnumerable<string> terms, IReadOnlyList<SegmentView> segments, CancellationToken cancellation)
    {
        var nodes = terms.Distinct(StringComparer.Ordinal).Select(NodeOf).ToList();
        return nodes.Count == 0 || segments.Count == 0 ? new() : await PostingReader.ReadAsync(archive, nodes, segments, cancellation);
    }

    private static IEnumerable<(long PostId, int Position)> Find(
        TitleQuestion question, IReadOnlyList<string> same, IReadOnlyList<SegmentView> all, Postings forSame, IReadOnlyList<SegmentView> nearby, Postings forSimilar)
    {
        var equal = all.SelectMany(segment => Sharing(segment, forSame, [.. same.Select(term => new[] { term })], same.Count)).OrderBy(one => Math.Abs(one.Words - question.Wording.Length)).Take(MostCompared);
        var telling = question.Telling.Select(forms => forms.Where(form => IsThere(form, nearby, forSimilar)).ToList()).Where(forms => forms.Count > 0).ToList();
        var alike = question.HasSimilar
            ? nearby.SelectMany(segment => Sharing(segment, forSimilar, telling, question.Fewest)).OrderByDescending(one => one.Shared).ThenBy(one => Math.Abs(one.Words - question.Wording.Length)).Take(MostCompared)
            : [];
        return equal.Concat(alike).Select(one => one.Place);
    }

    // Of the forms that a word may have, few stand anywhere; spellings of topics were not asked for, as the segments know them.
    private static bool IsThere(string form, IReadOnlyList<SegmentView> segments, Postings postings) =>
        postings.Has(form) || segments.Count > 0 && PostingReader.IsKnown(NodeOf(form), segments[0]);

    // The entries of a segment that have so many of the words, each in any of its forms.
    private static IEnumerable<(int Shared, int Words, (long, int) Place)> Sharing(SegmentView segment, Postings postings, IReadOnlyList<IReadOnlyCollection<string>> words, int fewest)
    {
        Evaluation evaluation = new(segment, postings);
        var sets = words.Select(forms => evaluation.Of(new AnyOf([.. forms.Select(NodeOf)]))).OfType<ulong[]>().ToList();
        if (fewest == 0 || sets.Count < fewest)
        {
            yield break;
        }
        foreach (var entry in EntrySet.Entries(AtLeast(sets, fewest)))
        {
            var post = segment.PostOf(entry);
            yield return (sets.Count(set => EntrySet.Has(set, entry)), segment.Lengths[entry], (post.Id, entry - post.FirstEntry + post.FirstPosition));
        }
    }

    // Which entries are in so many sets: those that were in one less before, and are in this.
    private static ulong[] AtLeast(List<ulong[]> sets, int fewest)
    {
        var counted = Enumerable.Range(0, fewest).Select(_ => EntrySet.Empty()).ToArray();
        foreach (var set in sets)
        {
            for (var level = fewest - 1; level > 0; level--)
            {
                for (var i = 0; i < set.Length; i++)
                {
                    counted[level][i] |= counted[level - 1][i] & set[i];
                }
            }
            EntrySet.Or(counted[0], set);
        }
        return counted[^1];
    }

    // A word that is in few segments is rare; the segments tell without asking the store.
    private static Func<string, int> Places(IReadOnlyList<SegmentView> segments)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        return term =>
        {
            if (!known.TryGetValue(term, out var places))
            {
                var hash = TermFilter.Hash(term);
                known[term] = places = segments.Count(segment => segment.MayHave(hash));
            }
            return places;
        };
    }

    private static WordsNode NodeOf(string term) => new(term, [new SearchTerm(term, 0)]);
}
