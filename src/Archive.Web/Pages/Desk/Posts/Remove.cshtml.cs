using Archive.Store;
using Archive.Store.Removal;
using Archive.Web.Accounts.Access;
using Archive.Web.Pages.Printed;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>Taking a post out: into the trash, or withdrawn for good.</summary>
internal sealed class RemoveModel(IDbContextFactory<ArchiveContext> store, PostRemovals removals, FreshProof proof, TimeProvider clock) : ChangingPage(store, clock)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>For the other editors.</summary>
    [BindProperty]
    public string Remark { get; set; } = "";

    /// <summary>For readers.</summary>
    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public bool Sure { get; set; }

    public Subject Post { get; private set; } = null!;

    internal sealed record Subject(string Title, string? Period, string Address, bool IsInTrash);

    public async Task<IActionResult> OnGetAsync() => await IsThereAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostTrashAsync()
    {
        if (!await IsThereAsync())
        {
            return NotFound();
        }
        return await TooQuickAsync(Permalink.Remove(Id)) ?? Answer(await removals.TrashAsync(Id, Actor, Said(Remark), Stop));
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!await IsThereAsync())
        {
            return NotFound();
        }
        if (Said(Reason) is not { } reason)
        {
            return Refused(StatusCodes.Status400BadRequest, "Reason: say why it is withdrawn. Readers see it at the post’s address.");
        }
        if (!Sure)
        {
            return Refused(StatusCodes.Status400BadRequest, "Tick that you want it withdrawn for good.");
        }
        if (!proof.Has(Me, FreshProof.ForAccount))
        {
            return Unproved(Permalink.Remove(Id), "Withdrawing needs a fresh proof that it is you.");
        }
        return await TooQuickAsync(Permalink.Remove(Id)) ?? Answer(await removals.WithdrawAsync(Id, Actor, reason, Stop));
    }

    private IActionResult Answer(RemovalResult result) => result.Outcome switch
    {
        RemovalOutcome.Done or RemovalOutcome.NothingToDo => new RedirectResult(Permalink.Trash),
        RemovalOutcome.Unconfirmed => Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that it is removed. Press once more to ask again."),
        _ => NotFound(),
    };

    private async Task<bool> IsThereAsync()
    {
        await using var archive = await OpenAsync();
        if (await archive.Posts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == Id, Stop) is { } post)
        {
            Post = new(post.Title, new Period(post.DateStart, post.DateEnd, post.DatePrecision).ToString(), Permalink.Post(post), IsInTrash: false);
            return true;
        }
        // After it was sent twice, the second is told what the first was.
        if (await archive.RemovedPosts.AsNoTracking().SingleOrDefaultAsync(removed => removed.Id == Id, Stop) is { } removed)
        {
            var title = await archive.RemovedContents.Where(content => content.PostId == Id).Select(content => content.Title).SingleAsync(Stop);
            Post = new(title ?? removed.Slug, null, removed.Address, removed.State == RemovedState.Trashed);
            return removed.State == RemovedState.Trashed || HttpMethods.IsPost(Request.Method);
        }
        return false;
    }
}
