using Archive.Store;
using Archive.Store.History;
using Archive.Store.Removal;
using Microsoft.AspNetCore.Mvc;

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

    /// <summary>The post that stood here and was taken out.</summary>
    public IQueryable<RemovedPost> In(IQueryable<RemovedPost> posts) => TryDay(out var day) ? posts.At(day, Slug).Take(1) : posts.Take(0);

    /// <summary>The row of whoever stood here once.</summary>
    public IQueryable<FormerAddress> In(IQueryable<FormerAddress> addresses) => TryDay(out var day) ? addresses.At(day, Slug) : addresses.Take(0);

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
