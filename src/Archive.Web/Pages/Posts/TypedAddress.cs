using System.Globalization;
using Archive.Store;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Posts;

/// <summary>A post's address as somebody types or pastes it: "https://…/2021/01/29/uyghur-news", "/undated/its-slug".</summary>
internal sealed record TypedAddress(DateOnly? Day, string Slug)
{
    /// <returns>Null for what is no address of a post.</returns>
    public static TypedAddress? Read(string typed) => Parts(typed) switch
    {
        [var year, var month, var day, var slug, ..] when DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dated) => new(dated, slug),
        ["undated", var slug, ..] => new(null, slug),
        _ => null,
    };

    /// <returns>The post that stands at an address, stood there once, or has the headline that stands there; null where there is none.</returns>
    public static async Task<long?> FindAsync(ArchiveContext archive, string typed, CancellationToken cancel)
    {
        if (Parts(typed) is ["headlines", var id, ..])
        {
            return await archive.Headlines.WithId(id).Select(headline => (long?)headline.PostId).FirstOrDefaultAsync(cancel);
        }
        return Read(typed) is not { } address ? null
            : await archive.Posts.At(address.Day, address.Slug).Select(post => (long?)post.Id).FirstOrDefaultAsync(cancel)
                ?? await archive.FormerAddresses.At(address.Day, address.Slug).Select(former => (long?)former.PostId).FirstOrDefaultAsync(cancel);
    }

    private static string[] Parts(string typed)
    {
        var path = Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.AbsolutePath : typed.Trim().Split('?', '#')[0];
        return [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    }
}
