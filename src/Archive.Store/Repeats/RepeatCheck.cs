using Archive.Store.Links;
using Archive.Store.Search;
using Archive.Store.Search.Asking;

namespace Archive.Store.Repeats;

/// <summary>In what a headline is like one that the archive has; the strongest first.</summary>
public enum Likeness
{
    /// <summary>It links the same page.</summary>
    SameLink,

    /// <summary>Its words are the same, but for case, accents and marks.</summary>
    SameTitle,

    /// <summary>It reports the same by the rule of stories.</summary>
    SimilarTitle,
}

/// <summary>A headline that may be a repeat.</summary>
/// <param name="Link">Its address; null where it has none yet.</param>
public sealed record NewHeadline(string Text, LinkAddress? Link = null);

/// <summary>A headline of the archive that a new one is like, and the digest it stands in.</summary>
public sealed record EarlierHeadline(Likeness Likeness, string PublicId, string Text, string? Url, string? OutletName, FoundPlace Place);

/// <summary>
/// Whether headlines stand in the archive already. A number of SQL commands that does not grow with theirs; what is similar is found through
/// the search index, and decided by the rule of stories.
/// </summary>
public sealed class RepeatCheck(ArchiveContext archive, SearchMemory memory)
{
    /// <summary>Days before and after the digest within which a similar title is taken for a repeat: later it reports another event. The same link or title counts at any time.</summary>
    public const int SimilarWithin = 366;

    /// <summary>How many are told of one headline.</summary>
    public const int MostOfOne = 5;

    private const int MostLinks = 2000;

    /// <param name="headlines">However many; each is answered by itself.</param>
    /// <param name="day">Last day of the digest that they are to stand in.</param>
    /// <param name="exceptPost">A digest that does not count, as it is the one that is being changed.</param>
    /// <returns>For each, in order: what it is like, the strongest likeness first, and of those the nearest in time.</returns>
    public Task<IReadOnlyList<IReadOnlyList<EarlierHeadline>>> OfAsync(
        IReadOnlyList<NewHeadline> headlines, DateOnly day, long? exceptPost = null, CancellationToken cancellation = default) =>
        archive.ReadTogetherAsync(() => ReadAsync(headlines, day, exceptPost, cancellation), cancellation);

    private async Task<IReadOnlyList<IReadOnlyList<EarlierHeadline>>> ReadAsync(IReadOnlyList<NewHeadline> headlines, DateOnly day, long? exceptPost, CancellationToken cancellation)
    {
        if (headlines.Count == 0)
        {
            return [];
        }
        var links = await LinksAsync([.. headlines.Select(headline => headline.Link?.Key).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        var titles = await new LikeTitles(archive, memory, day).OfAsync([.. headlines.Select(headline => headline.Text)], cancellation);
        return [.. headlines.Select((headline, i) => Joined(headline.Link?.Key is { } key ? links[key] : [], titles[i], day, exceptPost))];
    }

    private async Task<ILookup<string, HeadlineRow>> LinksAsync(string[] keys, CancellationToken cancellation)
    {
        var rows = keys.Length == 0 ? [] : await FoundRows.NewestAsync(archive.Headlines.WithLink(keys), MostLinks, cancellation);
        return rows.ToLookup(row => LinkAddress.KeyOf(row.Url)!, StringComparer.Ordinal);
    }

    private static List<EarlierHeadline> Joined(IEnumerable<HeadlineRow> links, IEnumerable<(Likeness Likeness, HeadlineRow Row)> titles, DateOnly day, long? exceptPost) =>
    [
        .. links.Select(row => (Likeness: Likeness.SameLink, Row: row)).Concat(titles)
            .Where(one => one.Row.PostId != exceptPost)
            .OrderBy(one => one.Likeness).ThenBy(one => Math.Abs(one.Row.SortDay.DayNumber - day.DayNumber)).ThenBy(one => one.Row.Id)
            .DistinctBy(one => one.Row.Id)
            .Take(MostOfOne)
            .Select(one => new EarlierHeadline(one.Likeness, one.Row.PublicId, one.Row.Text, one.Row.Url, one.Row.OutletName, one.Row.Place)),
    ];
}
