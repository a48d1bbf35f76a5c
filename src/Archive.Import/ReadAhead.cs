using Archive.Import.Files;
using Archive.Import.Writing;

namespace Archive.Import;

/// <summary>
/// Reads and parses files in their order, each while the one before it is still being written: the two take about as long. At most one
/// file is ahead, and a large one waits its turn, so that no more than one large file is ever in memory.
/// </summary>
/// <param name="toWrite">False for a dry run, which needs no more of a file than its posts.</param>
internal sealed class ReadAhead(IReadOnlyList<FoundFile> files, ImportLimits limits, DateTime now, bool toWrite)
{
    // Bytes. Larger files are few, and each takes so long that reading it beside another saves little.
    private const long Small = 4 * 1024 * 1024;

    private Task<(ReadSeed? Seed, SeedFile? File, Problem? Refusal)>? next;

    /// <summary>To be asked for each file once, in order.</summary>
    public Task<(ReadSeed? Seed, SeedFile? File, Problem? Refusal)> ReadAsync(int index)
    {
        var reading = next ?? Start(index);
        next = index + 1 < files.Count && IsSmall(files[index]) && IsSmall(files[index + 1]) ? After(reading, index + 1) : null;
        return reading;
    }

    private static bool IsSmall(FoundFile file) => file.Length <= Small;

    private async Task<(ReadSeed? Seed, SeedFile? File, Problem? Refusal)> After(Task reading, int index)
    {
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await Start(index);
    }

    private Task<(ReadSeed? Seed, SeedFile? File, Problem? Refusal)> Start(int index) => Task.Run(() =>
    {
        var read = SeedReader.Read(files[index], limits, now);
        if (toWrite && IsSmall(files[index]))
        {
            _ = read.Seed?.Chunks;
        }
        return read;
    });
}
