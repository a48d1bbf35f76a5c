using Archive.Store;
using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.History.Comparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One change of a post, as editors see it.</summary>
/// <param name="Number">Of the revision, which keeps what was before.</param>
internal sealed record PastChange(int Number, DateTime At, string Who, string Action, string? Reason, IReadOnlyList<FieldChange> Changes);

/// <summary>What was changed in a post, by whom and why; and any former state put back.</summary>
internal sealed class HistoryModel(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : ChangingPage(store, clock)
{
    private const int PageSize = 20;

    private readonly IDbContextFactory<ArchiveContext> store = store;

    private readonly PostEditor posts = new(store, clock);

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    /// <summary>Seal of what was shown.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public SeenPost Post { get; private set; } = null!;

    public IReadOnlyList<PastChange> Shown { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        if (Said(Reason) is not { } reason)
        {
            return Refused(StatusCodes.Status400BadRequest, "Please give a reason: readers see it beside the change.");
        }
        if (await TooQuickAsync(Permalink.PostHistory(Id)) is { } refused)
        {
            return refused;
        }
        var saved = await posts.RestoreAsync(Id, Number, Seen ?? "", new(Actor, "restore", Post.Address, reason), Stop);
        if (saved.Outcome is SaveOutcome.Stale or SaveOutcome.Gone)
        {
            await ReadAsync();
            return Refused(StatusCodes.Status409Conflict, "Somebody changed this post after you opened this page. This is how it stands now; restore again if it is still right.");
        }
        return saved.Commit == CommitOutcome.Confirmed
            ? new RedirectResult(Permalink.PostHistory(Id))
            : Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that this is kept. Restore once more to ask again; it will not be done twice.");
    }

    private async Task<bool> ReadAsync()
    {
        await using var archive = await store.CreateDbContextAsync(Stop);
        if (await SeenPost.ReadAsync(archive, Id, Stop) is not { } post)
        {
            return false;
        }
        Post = post;
        var rows = await archive.Revisions.AsNoTracking().Where(row => row.PostId == Id && (Before == null || row.Number <= Before)).OrderByDescending(row => row.Number)
            .Take(PageSize + 2).ToListAsync(Stop);
        var accounts = rows.Select(row => AuditEntry.AccountOf(row.Actor)).OfType<long>().Distinct().ToArray();
        var names = await archive.Accounts.Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Name, Stop);
        // Beyond the first page the newest row is only there for what it keeps.
        var after = Before is null ? post.State : rows.Count > 0 ? PostSnapshot.FromJson(rows[0].Snapshot) : post.State;
        List<PastChange> changes = [];
        foreach (var row in rows.Skip(Before is null ? 0 : 1).Take(PageSize))
        {
            var before = PostSnapshot.FromJson(row.Snapshot);
            var who = AuditEntry.AccountOf(row.Actor) is { } account ? names.GetValueOrDefault(account) : null;
            changes.Add(new(row.Number, row.At, who ?? row.Actor, row.Action, row.Reason, PostComparison.Of(before, after)));
            after = before;
        }
        (Shown, HasMore) = (changes, changes.Count > 0 && changes[^1].Number > 1);
        return true;
    }
}
