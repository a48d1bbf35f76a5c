using Archive.Import.Matching;
using Archive.Store;
using Archive.Store.Runs;

namespace Archive.Import.Writing;

/// <summary>That files belong to one import: entered with the first of them that changes anything.</summary>
internal sealed class RunRows(string actor, DateTime now)
{
    /// <summary>The import's number; null until one of its files is written.</summary>
    public long? Id { get; private set; }

    /// <returns>The number, to be kept with <see cref="Keep"/> once the file is written.</returns>
    public async Task<long> AddAsync(ArchiveContext context, ReadSeed seed, IReadOnlyList<Matched> matches, CancellationToken cancellation)
    {
        var id = Id ?? await context.NextIdAsync<ImportRun>(cancellation);
        if (Id is null)
        {
            await context.BulkInsertAsync([new ImportRun { Id = id, At = now, Actor = actor }], cancellation);
        }
        var (added, superseded) = (matches.Count(match => match.Verdict == Verdict.New), matches.Count(match => match.Verdict is Verdict.Supersedes or Verdict.ReplacesSample));
        await context.BulkInsertAsync(
            [
                new ImportedFile
                {
                    Id = await context.NextIdAsync<ImportedFile>(cancellation), RunId = id, FileName = StoredText.Clean(seed.File.Path), Sha256 = seed.File.Sha256,
                    Added = added, Superseded = superseded, Met = matches.Count - added - superseded,
                },
            ], cancellation);
        return id;
    }

    public void Keep(long id) => Id = id;
}
