using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import;

/// <summary>Files to posts to store: reads, parses, matches by source key, adds, leaves or supersedes, and reports.</summary>
/// <param name="store">Null for a dry run where there is no store.</param>
public sealed class SeedImporter(IDbContextFactory<ArchiveContext>? store, ImportOptions options, TimeProvider clock)
{
    /// <summary>Imports, or with <see cref="ImportRequest.DryRun"/> only says what importing would change. One bad file does not stop the others.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two files; the files before are stored whole.</exception>
    public Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store} {options.SeedsFolder} {clock}");

    /// <summary>Writes the JSON contract of <c>--dry-run --json</c>; looks at no store and writes nothing else.</summary>
    public Task<ImportReport> WriteDryRunJsonAsync(ImportRequest request, Stream output, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store} {options.SeedsFolder} {clock}");

    /// <summary>Takes every post out of the store that came from the project's own retold seeds.</summary>
    /// <returns>How many posts went.</returns>
    public Task<int> RemoveSamplesAsync(CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store} {options.SeedsFolder} {clock}");
}
