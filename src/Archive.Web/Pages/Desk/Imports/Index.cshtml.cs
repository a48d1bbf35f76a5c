using Archive.Store;
using Archive.Store.Undoing;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Imports;

/// <summary>What was imported, by whom and when; each import can be undone as a whole.</summary>
internal sealed class IndexModel(IDbContextFactory<ArchiveContext> store, RunUndo undo, FreshProof proof, TimeProvider clock) : ChangingPage(store, clock)
{
    private const int PageSize = 25;

    /// <summary>Only imports before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty]
    public long Id { get; set; }

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>What undoing did, or would do; null where nothing was asked.</summary>
    public UndoReport? Report { get; private set; }

    public bool IsDone { get; private set; }

    internal sealed record Run(long Id, DateTime At, string By, int Files, string First, int Added, int Superseded, int Met, DateTime? UndoneAt, string? UndoneBy);

    public async Task OnGetAsync() => await ReadAsync();

    /// <summary>Shows what undoing would do.</summary>
    public async Task<IActionResult> OnPostLookAsync() => await AnswerAsync(dryRun: true);

    public async Task<IActionResult> OnPostUndoAsync()
    {
        if (proof.Has(Me, SentModel.Fresh))
        {
            return await AnswerAsync(dryRun: false);
        }
        await ReadAsync();
        return Unproved(Permalink.Imports, "Undoing an import may change any number of posts.");
    }

    private async Task<IActionResult> AnswerAsync(bool dryRun)
    {
        Report = await undo.RunAsync(Id, dryRun, Actor, Stop);
        IsDone = !dryRun;
        await ReadAsync();
        return Report is null ? Refused(StatusCodes.Status409Conflict, "There is no such import, or it was undone already.")
            : Report.Commit == CommitOutcome.Unconfirmed ? Refused(StatusCodes.Status503ServiceUnavailable, "It is undone, and the archive has not confirmed yet that this is kept. Look again in a minute.")
            : Page();
    }

    private async Task ReadAsync()
    {
        await using var archive = await OpenAsync();
        var runs = await archive.ImportRuns.AsNoTracking().Where(run => Before == null || run.Id < Before).OrderByDescending(run => run.Id).Take(PageSize + 1).Select(run => new
        {
            Run = run,
            Files = run.Files.Count,
            First = run.Files.OrderBy(file => file.Id).Select(file => file.FileName).FirstOrDefault(),
            Added = run.Files.Sum(file => file.Added),
            Superseded = run.Files.Sum(file => file.Superseded),
            Met = run.Files.Sum(file => file.Met),
        }).ToListAsync(Stop);
        var names = await ActorNames.ReadAsync(archive, runs.Select(row => row.Run.Actor).Concat(runs.Select(row => row.Run.UndoneBy).OfType<string>()), Stop);
        HasMore = runs.Count > PageSize;
        Runs = [.. runs.Take(PageSize).Select(row => new Run(
            row.Run.Id, row.Run.At, names.Of(row.Run.Actor), row.Files, row.First ?? "", row.Added, row.Superseded, row.Met, row.Run.UndoneAt, row.Run.UndoneBy is { } by ? names.Of(by) : null))];
    }
}
