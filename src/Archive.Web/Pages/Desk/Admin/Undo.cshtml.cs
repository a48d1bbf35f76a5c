using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Undoing;
using Archive.Web.Accounts.Access;
using Archive.Web.Commands;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Admin;

/// <summary>Undoes everything that an account did since a time: for a session that was stolen.</summary>
internal sealed class UndoModel(IDbContextFactory<ArchiveContext> store, AccountUndo undo, FreshProof proof, TimeProvider clock) : ChangingPage(store, clock)
{
    [BindProperty]
    public long Account { get; set; }

    [BindProperty]
    public string Since { get; set; } = "";

    public IReadOnlyList<(long Id, string Name)> Accounts { get; private set; } = [];

    /// <summary>What undoing did, or would do; null where nothing was asked.</summary>
    public UndoReport? Report { get; private set; }

    public bool IsDone { get; private set; }

    public async Task OnGetAsync()
    {
        Since = UtcNow.AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await ReadAsync();
    }

    public Task<IActionResult> OnPostLookAsync() => AnswerAsync(dryRun: true);

    public async Task<IActionResult> OnPostUndoAsync()
    {
        if (proof.Has(Me, FreshProof.ForAccount))
        {
            return await AnswerAsync(dryRun: false);
        }
        await ReadAsync();
        return Unproved(Permalink.UndoAccount, "This may change any number of posts.");
    }

    private async Task<IActionResult> AnswerAsync(bool dryRun)
    {
        await ReadAsync();
        if (UndoTime.Read(Since) is not { } since)
        {
            return Refused(StatusCodes.Status400BadRequest, "Since: a time in UTC, such as 2026-11-22T10:00Z.");
        }
        Report = await undo.RunAsync(AuditEntry.ActorOf(Account), since, dryRun, Actor, cancellation: Stop);
        IsDone = !dryRun;
        return Report.Commit == CommitOutcome.Unconfirmed ? Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that this is kept. Undo once more to go on.") : Page();
    }

    private async Task ReadAsync()
    {
        await using var archive = await OpenAsync();
        Accounts = [.. (await archive.Accounts.OrderBy(account => account.Name).Select(account => new { account.Id, account.Name }).ToListAsync(Stop)).Select(account => (account.Id, account.Name))];
    }
}
