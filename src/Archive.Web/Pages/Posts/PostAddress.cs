using Archive.Store;
using Archive.Store.History;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Posts;

/// <summary>The parts of a post's address, as routed: "/2021/01/29/uyghur-news" or "/undated/its-slug".</summary>
internal sealed class PostAddress
{
    [FromRoute]
    public int? Year { get; set; }

    [FromRoute]
    public int? Month { get; set; }

    [FromRoute]
    public int? Day { get; set; }

    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>The post that stands here: at most one row.</summary>
    public IQueryable<Post> In(IQueryable<Post> posts) => TryDay(out var day) ? posts.At(day, Slug).Take(1) : posts.None();

    /// <summary>Where the post stands that once stood here; null where none did.</summary>
    public async Task<string?> NowAsync(ArchiveContext archive, CancellationToken cancel)
    {
        if (!TryDay(out var day))
        {
            return null;
        }
        var post = await archive.FormerAddresses.At(day, Slug).SelectMany(former => archive.Posts.Where(post => post.Id == former.PostId))
            .Select(post => new { post.DateEnd, post.Slug, post.Ordinal }).FirstOrDefaultAsync(cancel);
        return post is null ? null : Permalink.Post(post.DateEnd, post.Slug, post.Ordinal);
    }

    // 30 February is no day, and no address without a year is dated.
    private bool TryDay(out DateOnly? day)
    {
        day = null;
        if (Year is not { } y || Month is not { } m || Day is not { } d)
        {
            return Year is null;
        }
        if (y is < 1 or > 9999 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return false;
        }
        day = new(y, m, d);
        return true;
    }
}
