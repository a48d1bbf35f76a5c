using System.Globalization;
using Archive.Store;
using Archive.Store.Removal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Posts;

/// <summary>What is said at the address of something that was taken out; a feature of the request, read by the page of its status.</summary>
internal sealed record WhyGone(bool IsWithdrawn, DateTime At, string? Reason)
{
    public string On => At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

/// <summary>What answers where a post, a headline or a story is not, or no more: 410 with the reason, the way to where it went, or 404.</summary>
internal static class Gone
{
    /// <param name="addressOf">The page's own kind of address, for the post that it went into.</param>
    public static async Task<IActionResult> OfPostAsync(
        HttpContext context, ArchiveContext archive, PostAddress asked, Func<DateOnly?, string, int, string> addressOf, CancellationToken cancel) =>
        await asked.In(archive.RemovedPosts.AsNoTracking()).FirstOrDefaultAsync(cancel) is { } removed ? await AnswerAsync(context, archive, removed, addressOf, cancel)
            : await asked.In(archive.FormerAddresses).Select(former => (long?)former.PostId).FirstOrDefaultAsync(cancel) is { } moved ? await MovedAsync(context, archive, moved, addressOf, cancel)
            : new NotFoundResult();

    public static async Task<IActionResult> OfHeadlineAsync(HttpContext context, ArchiveContext archive, string id, Func<string, string> addressOf, CancellationToken cancel)
    {
        var headline = await archive.RemovedHeadlines.AsNoTracking().WithId(id).FirstOrDefaultAsync(cancel);
        return headline is null ? await archive.FormerHeadlines.WithId(id).Select(former => (long?)former.PostId).FirstOrDefaultAsync(cancel) is { } digest
                ? await MovedAsync(context, archive, digest, Permalink.Post, cancel, forGood: false) : new NotFoundResult()
            : headline.MovedTo is { } moved && moved != headline.PublicId ? new RedirectResult(addressOf(moved), permanent: true)
            : await AnswerAsync(context, archive, await archive.RemovedPosts.AsNoTracking().SingleAsync(post => post.Id == headline.PostId, cancel), Permalink.Post, cancel);
    }

    public static async Task<IActionResult> OfStoryAsync(HttpContext context, ArchiveContext archive, string id, CancellationToken cancel)
    {
        // The story may be there without it.
        var mate = await archive.RemovedHeadlines.WithId(id).Select(headline => headline.StoryMate).FirstOrDefaultAsync(cancel);
        return mate is not null && await archive.Headlines.WithId(mate).AnyAsync(cancel)
            ? new RedirectResult(Permalink.Story(mate))
            : await OfHeadlineAsync(context, archive, id, Permalink.Story, cancel);
    }

    private static async Task<IActionResult> AnswerAsync(
        HttpContext context, ArchiveContext archive, RemovedPost removed, Func<DateOnly?, string, int, string> addressOf, CancellationToken cancel)
    {
        if (removed.MergedInto is { } other && await AddressAsync(archive, other, addressOf, cancel) is { } address)
        {
            return new RedirectResult(address, permanent: true);
        }
        context.Features.Set(new WhyGone(removed.State == RemovedState.Withdrawn, removed.RemovedAt, removed.Reason));
        return new StatusCodeResult(StatusCodes.Status410Gone);
    }

    // To the post of a row, or to what is said in its place. What was taken out of a digest may be put in again: the way there is not for good.
    private static async Task<IActionResult> MovedAsync(
        HttpContext context, ArchiveContext archive, long post, Func<DateOnly?, string, int, string> addressOf, CancellationToken cancel, bool forGood = true) =>
        await archive.RemovedPosts.AsNoTracking().SingleOrDefaultAsync(removed => removed.Id == post, cancel) is { } gone ? await AnswerAsync(context, archive, gone, addressOf, cancel)
            : await AddressAsync(archive, post, addressOf, cancel) is { } address ? new RedirectResult(address + context.Request.QueryString, forGood)
            : new NotFoundResult();

    // Where that is gone too, its own address says so. Only samples go without a trace.
    private static async Task<string?> AddressAsync(ArchiveContext archive, long id, Func<DateOnly?, string, int, string> addressOf, CancellationToken cancel) =>
        await archive.Posts.AsNoTracking().Where(post => post.Id == id).Select(post => new { post.DateEnd, post.Slug, post.Ordinal }).SingleOrDefaultAsync(cancel) is { } post
            ? addressOf(post.DateEnd, post.Slug, post.Ordinal)
            : await archive.RemovedPosts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == id, cancel) is { } gone ? addressOf(gone.DateEnd, gone.Slug, gone.Ordinal) : null;
}
