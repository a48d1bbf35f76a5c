using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Benchmarks;

/// <summary>Addresses of each kind of page, from the beginning of an archive to its end.</summary>
internal static class PageAddresses
{
    public static readonly IReadOnlyList<string> Kinds = ["home", "day", "post", "month"];

    /// <returns>As many of each kind as places: the newest digest, the oldest, and those between at equal steps.</returns>
    public static async Task<ILookup<string, string>> OfAsync(MeasuredStore store, int places)
    {
        await using var archive = store.Factory.CreateDbContext();
        var digests = archive.Posts.Where(post => post.Kind == PostKind.Digest);
        var last = await digests.CountAsync() - 1;
        List<(string Kind, string Address)> addresses = [];
        for (var place = 0; place < places; place++)
        {
            var at = (int)((long)last * place / Math.Max(1, places - 1));
            var digest = await digests.NewestFirst().Skip(at).Select(post => new { post.SortDay, post.Slug, post.Ordinal }).FirstAsync();
            addresses.Add(("home", Permalink.Home));
            addresses.Add(("day", Permalink.Day(digest.SortDay)));
            addresses.Add(("post", Permalink.Post(digest.SortDay, digest.Slug, digest.Ordinal)));
            addresses.Add(("month", Permalink.Month(digest.SortDay.Year, digest.SortDay.Month)));
        }
        return addresses.ToLookup(one => one.Kind, one => one.Address);
    }
}
