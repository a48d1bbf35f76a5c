using Archive.Store;
using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.History.Comparing;
using Archive.Store.Removal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One change of a post, as editors see it.</summary>
/// <param name="Number">Of the revision, which keeps what was before.</param>
internal sealed record PastChange(int Number, DateTime At, string Who, string Action, string? Reason, IReadOnlyList<FieldChange> Changes);

/// <summary>A post that became part of this one: what it said last.</summary>
/// <param name="CanTakeApart">It can be made a post of its own again.</param>
internal sealed record JoinedPost(long Id, DateTime At, PostSnapshot State, bool CanTakeApart);

/// <summary>What was changed in a post, by whom and why; and any former state put back.</summary>
internal sealed class HistoryModel(IDbContextFactory<ArchiveContext> store, PostRemovals removals, TimeProvider clock) : ChangingPage(store, clock)
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

    /// <summary>Number of the last change.</summary>
    public int Newest { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<JoinedPost> Joined { get; private set; } = [];

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

    /// <summary>Makes what became part of this a post of its own again.</summary>
    public async Task<IActionResult> OnPostApartAsync(long joined)
    {
        if (!await ReadAsync() || Joined.All(post => post.Id != joined))
        {
            return NotFound();
        }
        if (await TooQuickAsync(Permalink.PostHistory(Id)) is { } refused)
        {
            return refused;
        }
        var result = await removals.PutBackAsync(joined, Actor, cancellation: Stop);
        return result.Outcome switch
        {
            RemovalOutcome.Done or RemovalOutcome.NothingToDo => new RedirectResult(Permalink.PostHistory(Id)),
            RemovalOutcome.Unconfirmed => Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that they are taken apart. Press once more to ask again."),
            RemovalOutcome.Hindered => Refused(StatusCodes.Status409Conflict, result.Why!),
            _ => Refused(StatusCodes.Status409Conflict, $"They were made one more than {RemovedPost.Kept.Days} days ago. What the other said is below, to be published anew."),
        };
    }

    private async Task<bool> ReadAsync()
    {
        await using var archive = await store.CreateDbContextAsync(Stop);
        if (await SeenPost.ReadAsync(archive, Id, Stop) is not { } post)
        {
            return false;
        }
        Post = post;
        Joined = await JoinedAsync(archive);
        Newest = await archive.Revisions.Where(row => row.PostId == Id).MaxAsync(row => (int?)row.Number, Stop) ?? 0;
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

    private async Task<List<JoinedPost>> JoinedAsync(ArchiveContext archive)
    {
        var last = await archive.Revisions.AsNoTracking().Where(row => row.JoinedTo == Id && !archive.Revisions.Any(next => next.PostId == row.PostId && next.Number > row.Number))
            .OrderByDescending(row => row.Id).Take(PageSize).ToListAsync(Stop);
        var ids = last.ConvertAll(row => row.PostId);
        var apart = await archive.RemovedPosts.MergedInto([Id]).Where(post => ids.Contains(post.Id) && archive.RemovedContents.Any(content => content.PostId == post.Id && content.Rows != null))
            .Select(post => post.Id).ToHashSetAsync(Stop);
        return last.ConvertAll(row => new JoinedPost(row.PostId, row.At, PostSnapshot.FromJson(row.Snapshot), apart.Contains(row.PostId)));
    }
}
