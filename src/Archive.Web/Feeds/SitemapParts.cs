using System.Globalization;
using Archive.Store;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Feeds;

/// <summary>
/// The posts of one month with their headlines, cut into parts of a bounded number of addresses. A month's posts are read by the index of
/// days; of their headlines, those of the part alone.
/// </summary>
internal static class SitemapParts
{
    /// <summary>What stands outside posts: names, years, months.</summary>
    public const string Pages = "pages";

    public const string Undated = "undated";

    private sealed record Row(long Id, DateOnly? Day, string Slug, int Ordinal, int Headlines);

    /// <summary>"2021-01", and "2021-01-2" for the second part of a month that needs several.</summary>
    public static string NameOf(DateOnly? month, int number) =>
        (month is { } first ? first.ToString("yyyy-MM", CultureInfo.InvariantCulture) : Undated) + (number > 1 ? $"-{number}" : "");

    /// <summary>How many parts a month needs.</summary>
    public static int PartsOf(int posts, int headlines) => (int)(((long)posts + headlines + Sitemap.AddressesInPart - 1) / Sitemap.AddressesInPart);

    /// <summary>Reads <see cref="NameOf"/>.</summary>
    /// <returns>The first day of the month, <see cref="DateOnly.MinValue"/> for undated posts; null where the text names no such part.</returns>
    public static (DateOnly Month, int Number)? Parse(string name)
    {
        var (month, rest) = name.StartsWith(Undated, StringComparison.Ordinal) ? (DateOnly.MinValue, name[Undated.Length..])
            : name.Length >= 7 && DateOnly.TryParseExact(name[..7], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? (first, name[7..])
            : (default(DateOnly?), "");
        var number = rest.Length == 0 ? 1 : rest[0] == '-' && int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) && typed > 1 ? typed : 0;
        return month is { } day && number > 0 && NameOf(day == DateOnly.MinValue ? null : day, number) == name ? (day, number) : null;
    }

    /// <returns>The addresses of a part; none where the month has no such part.</returns>
    public static async Task<IReadOnlyList<Sitemap.Entry>> ReadAsync(ArchiveContext archive, DateOnly month, int number, CancellationToken cancellation)
    {
        var of = month == DateOnly.MinValue ? archive.Posts.Undated() : archive.Posts.InMonth(month.Year, month.Month);
        var posts = await of.NewestFirst().Select(post => new Row(post.Id, post.DateEnd, post.Slug, post.Ordinal, post.HeadlineCount)).ToListAsync(cancellation);
        var slices = Slices(posts.ConvertAll(post => post.Headlines), number).ToList();
        if (slices.Count == 0)
        {
            return [];
        }
        var ids = slices.ConvertAll(slice => posts[slice.Post].Id);
        var moments = await archive.MomentsOf(ids).ToDictionaryAsync(post => post.PostId, cancellation);
        var (first, last) = (slices[0], slices[^1]);
        var (firstId, lastId) = (posts[first.Post].Id, posts[last.Post].Id);
        var headlines = (await archive.Headlines.InPosts(ids)
            .Where(headline => (headline.PostId != firstId || headline.Position >= first.From) && (headline.PostId != lastId || headline.Position < last.To))
            .InPrintedOrder().Take(Sitemap.AddressesInPart).Select(headline => new { headline.PostId, headline.PublicId }).ToListAsync(cancellation))
            .ToLookup(headline => headline.PostId, headline => headline.PublicId);
        List<Sitemap.Entry> entries = [];
        foreach (var slice in slices)
        {
            var post = posts[slice.Post];
            var changed = moments.GetValueOrDefault(post.Id)?.Updated;
            if (slice.WithPost)
            {
                entries.Add(new(Permalink.Post(post.Day, post.Slug, post.Ordinal), changed));
            }
            entries.AddRange(headlines[post.Id].Select(id => new Sitemap.Entry(Permalink.Headline(id), changed)));
        }
        return entries;
    }

    /// <summary>Which posts, and which of their headlines by position, make a part: each post is one address, each headline one more.</summary>
    public static IEnumerable<(int Post, bool WithPost, int From, int To)> Slices(IReadOnlyList<int> headlinesOf, int number)
    {
        var (start, end) = ((long)(number - 1) * Sitemap.AddressesInPart, (long)number * Sitemap.AddressesInPart);
        var at = 0L;
        for (var i = 0; i < headlinesOf.Count && at < end; i++)
        {
            var next = at + 1 + headlinesOf[i];
            if (next > start)
            {
                var from = (int)Math.Max(0, start - at - 1);
                // The last one of a post is open at its end: positions may have gaps.
                var to = next <= end ? int.MaxValue : (int)(end - at - 1);
                yield return (i, at >= start, from, to);
            }
            at = next;
        }
    }
}
