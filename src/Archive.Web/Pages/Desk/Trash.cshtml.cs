using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Removal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk;

/// <summary>What was removed and can still be put back: by whom, when, why.</summary>
internal sealed class TrashModel(IDbContextFactory<ArchiveContext> store, PostRemovals removals, TimeProvider clock) : ChangingPage(store, clock)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "part")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public long Id { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public bool IsAdministrator => Me.Role == AccountRole.Administrator;

    internal sealed record Row(long Id, string Title, string Address, RemovedState State, string? Reason, string? Remark, string By, DateTime At, int DaysLeft);

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await IsWithdrawnAsync() && !IsAdministrator)
        {
            await ShowAsync();
            return Refused(StatusCodes.Status403Forbidden, "What was withdrawn is put back by an administrator.");
        }
        if (await TooQuickAsync(Permalink.Trash) is { } refused)
        {
            await ShowAsync();
            return refused;
        }
        var result = await removals.PutBackAsync(Id, Actor, cancellation: Stop);
        if (result.Outcome is RemovalOutcome.Done or RemovalOutcome.NothingToDo)
        {
            return new RedirectResult(result.Address!);
        }
        await ShowAsync();
        return result.Outcome switch
        {
            RemovalOutcome.Unconfirmed => Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that it is put back. Press once more to ask again."),
            RemovalOutcome.Hindered => Refused(StatusCodes.Status409Conflict, result.Why!),
            RemovalOutcome.TooLate => Refused(StatusCodes.Status409Conflict, $"It was removed more than {RemovedPost.Kept.Days} days ago, and its text is gone."),
            _ => Refused(StatusCodes.Status404NotFound, "There is no such post."),
        };
    }

    private async Task<bool> IsWithdrawnAsync()
    {
        await using var archive = await OpenAsync();
        return await archive.RemovedPosts.AnyAsync(post => post.Id == Id && post.State == RemovedState.Withdrawn, Stop);
    }

    private async Task<IActionResult> ShowAsync()
    {
        Number = Math.Clamp(Number, 1, 10_000);
        await using var archive = await OpenAsync();
        var found = await archive.RemovedPosts.KeptOut().LatestFirst().Join(archive.RemovedContents, post => post.Id, content => content.PostId, (post, content) => new { Post = post, content.Title, content.Actor, content.Remark, IsThere = content.Rows != null })
            .Where(row => row.IsThere).OrderByDescending(row => row.Post.RemovedAt).ThenByDescending(row => row.Post.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize + 1).AsNoTracking().ToListAsync(Stop);
        var names = await ActorNames.ReadAsync(archive, found.Select(row => row.Actor), Stop);
        var now = UtcNow;
        HasMore = found.Count > PageSize;
        Rows = [.. found.Take(PageSize).Select(row => new Row(
            row.Post.Id, row.Title ?? row.Post.Slug, row.Post.Address, row.Post.State, row.Post.Reason, row.Remark, names.Of(row.Actor), row.Post.RemovedAt,
            Math.Max(0, (int)(row.Post.RemovedAt + RemovedPost.Kept - now).TotalDays)))];
        return Page();
    }
}
