using Archive.Import.Files;
using Archive.Import.Matching;
using Archive.Import.Writing;
using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import;

/// <summary>Files to posts to store: reads, parses, matches by source key, adds, leaves or supersedes, and reports.</summary>
/// <param name="store">Null for a dry run where there is no store.</param>
public sealed class SeedImporter(IDbContextFactory<ArchiveContext>? store, ImportLimits limits, TimeProvider clock)
{
    /// <summary>Imports, or with <see cref="ImportRequest.DryRun"/> only says what importing would change. One bad file does not stop the others.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two files; the files before are stored whole.</exception>
    /// <exception cref="StoreBusyException">Another change keeps the store; the files before are stored whole.</exception>
    public async Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        // One moment for the whole run: which of its files came first must not matter.
        var now = clock.GetUtcNow().UtcDateTime;
        var found = SeedFiles.Find(request);
        var dryRun = request.DryRun ? new DryRun(store) : null;
        var run = new RunRows(request.Actor, now);
        List<FileReport> files = [];
        progress?.Report(new(0, found.Count, null));
        var ahead = new ReadAhead(found, limits, now, toWrite: dryRun is null);
        for (var i = 0; i < found.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(await ImportAsync(found[i], ahead.ReadAsync(i), dryRun, now, request.Actor, run));
            progress?.Report(new(files.Count, found.Count, files[^1]));
            if (files[^1].Outcome == FileOutcome.Unconfirmed)
            {
                // Whatever came next would wait behind it.
                break;
            }
        }
        return new(dryRun is null ? await ConfirmAsync(files, cancellation) : files);
    }

    /// <summary>Writes the JSON contract of <c>--dry-run --json</c>; looks at no store and writes nothing else.</summary>
    public async Task<ImportReport> WriteDryRunJsonAsync(ImportRequest request, Stream output, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var json = new DryRunJson(output);
        KnownPosts known = new();
        List<FileReport> files = [];
        foreach (var file in SeedFiles.Find(request))
        {
            cancellation.ThrowIfCancellationRequested();
            var (seed, read, refusal) = SeedReader.Read(file, limits, now);
            var matches = seed is null ? [] : FileMatcher.Run(file.Path, seed.Copies, seed.Parsed.Posts, known);
            files.Add(seed is null ? Reports.Refused(file.Path, refusal!) : Reports.Of(seed, matches));
            await json.WriteAsync(file, read, seed, matches, files[^1], cancellation);
        }
        await json.WriteTotalsAsync(files, known, cancellation);
        return new(files);
    }

    /// <summary>Takes every post out of the store that came from the project's own retold seeds.</summary>
    /// <returns>How many posts went.</returns>
    public async Task<int> RemoveSamplesAsync(CancellationToken cancellation = default)
    {
        await using var write = await ArchiveWrite.BeginAsync(Store(), cancellation);
        var removed = await SampleRows.RemoveAllAsync(write.Archive, cancellation);
        await write.KeepUpAsync(removed, cancellation);
        return removed.Count == 0 || await write.CommitAsync(AuditEntry.OfCommand("remove samples")) == CommitOutcome.Confirmed
            ? removed.Count
            : throw new StoreBusyException("The database's standby has not confirmed that the samples were removed; the same command again settles it.");
    }

    // A file is never given up half-way: cancelling waits for its end.
    private async Task<FileReport> ImportAsync(FoundFile file, Task<(ReadSeed? Seed, SeedFile? File, Problem? Refusal)> reading, DryRun? dryRun, DateTime now, string actor, RunRows run)
    {
        try
        {
            var (seed, _, refusal) = await reading;
            if (seed is null)
            {
                return Reports.Refused(file.Path, refusal!);
            }
            if (dryRun is not null)
            {
                return Reports.Of(seed, await dryRun.MatchAsync(seed));
            }
            var (matches, commit) = await WriteAsync(seed, now, actor, run);
            var report = Reports.Of(seed, matches);
            return commit == CommitOutcome.Unconfirmed ? Reports.Unconfirmed(report) : report;
        }
#pragma warning disable CA1031 // One bad file does not stop the others, whatever is wrong with it; the report carries the message.
        catch (Exception e) when (e is not StoreBusyException)
#pragma warning restore CA1031
        {
            return Reports.Refused(file.Path, new(null, "file-failed", $"could not be imported: {e.Message}"));
        }
    }

    private async Task<Written> WriteAsync(ReadSeed seed, DateTime now, string actor, RunRows run)
    {
        try
        {
            return await WriteAsync(seed, now, actor, run, isCareful: false);
        }
        catch (HeadlinesRefusedException)
        {
            // To ask the store of every id takes a good part of an import's time, and finds one in a million thousand millions.
            return await WriteAsync(seed, now, actor, run, isCareful: true);
        }
    }

    private async Task<Written> WriteAsync(ReadSeed seed, DateTime now, string actor, RunRows run, bool isCareful)
    {
        await using var write = await ArchiveWrite.BeginAsync(Store());
        return await new FileWriter(write, now, isCareful, run).WriteAsync(seed, new(actor, "import", $"{seed.File.Path} {seed.File.Sha256}"), CancellationToken.None);
    }

    // What had been there may have been written by an import that was not confirmed.
    private async Task<List<FileReport>> ConfirmAsync(List<FileReport> files, CancellationToken cancellation)
    {
        var silent = files.Count > 0 && files[^1].Outcome == FileOutcome.Unconfirmed;
        return files.Exists(file => file.Outcome == FileOutcome.AlreadyThere)
            && (silent || await ArchiveWrite.ConfirmAsync(Store(), cancellation) == CommitOutcome.Unconfirmed)
            ? files.ConvertAll(file => file.Outcome == FileOutcome.AlreadyThere ? Reports.Unconfirmed(file) : file)
            : files;
    }

    private IDbContextFactory<ArchiveContext> Store() => store ?? throw new InvalidOperationException("There is no store to import into.");
}
