using System.Diagnostics;
using Archive.Rig;

namespace Archive.Benchmarks;

/// <summary>
/// An import beside the least that its database can do: the same rows, read back out of the finished archive, written bare into a new
/// store with the same tables and indexes. Both in turn, several times: a ratio holds on a machine that other work shares.
/// </summary>
internal static class ImportRatio
{
    private const double Aim = 0.5;

    // By then the importer has been compiled as it will stay.
    private const int WarmUp = 100_000;

    public static async IAsyncEnumerable<Figure> RunAsync(ArchiveSize size, int runs, IReadOnlyList<StoreKind> kinds)
    {
        using var seeds = new ScratchFolder();
        using var warm = new ScratchFolder();
        new DigestGenerator(size).WriteTo(seeds.Path);
        new DigestGenerator(size with { Headlines = Math.Min(WarmUp, size.Headlines), Files = 4 }).WriteTo(warm.Path);
        Dictionary<StoreKind, List<Pair>> pairs = kinds.ToDictionary(kind => kind, _ => new List<Pair>());
        foreach (var kind in kinds)
        {
            await MeasureAsync(kind, warm.Path, Math.Min(WarmUp, size.Headlines));
        }
        for (var run = 0; run < runs; run++)
        {
            foreach (var kind in kinds)
            {
                pairs[kind].Add(await MeasureAsync(kind, seeds.Path, size.Headlines));
            }
        }

        foreach (var kind in kinds)
        {
            var bareName = kind == StoreKind.Postgres ? "bare COPY" : "bare prepared insert";
            var measured = pairs[kind];
            var rows = measured[0].Rows;
            yield return new($"{kind}: import of {size.Headlines:N0} headlines in {size.Files:N0} files", rows / Median(measured, pair => pair.Import), "rows/s", null, Seconds(measured, pair => pair.Import));
            yield return new($"{kind}: {bareName} of the same {rows:N0} rows", rows / Median(measured, pair => pair.Bare), "rows/s", null, Seconds(measured, pair => pair.Bare));
            yield return new($"{kind}: import in proportion to the {bareName}", Median(measured, pair => pair.Bare / pair.Import), "times", Aim,
                $"{runs} runs: {string.Join(", ", measured.Select(pair => $"{pair.Bare / pair.Import:N2}"))}");
            if (measured.TrueForAll(pair => pair.BareProcessor > 0))
            {
                yield return new($"{kind}: the same by processor time, of client and server", Median(measured, pair => pair.BareProcessor / pair.ImportProcessor), "times", null,
                    $"{Median(measured, pair => pair.ImportProcessor):N1} s and {Median(measured, pair => pair.BareProcessor):N1} s");
            }
        }
    }

    private static async Task<Pair> MeasureAsync(StoreKind kind, string seeds, int headlines)
    {
        await using var imported = await MeasuredStore.CreateAsync(kind);
        await using var bare = await MeasuredStore.CreateAsync(kind);
        GC.Collect();
        var serverBefore = await ServerAsync(imported);
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await imported.ImportAsync(seeds, headlines);
        var (import, importProcessor) = (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
        var server = await ServerAsync(imported) - serverBefore;
        await using var archive = imported.Factory.CreateDbContext();
        var tables = BareTable.Of(archive);
        GC.Collect();
        if (kind == StoreKind.Postgres)
        {
            var copied = await BareCopy.RunAsync(imported, bare, tables);
            return new(import.TotalSeconds, copied.Time.TotalSeconds, importProcessor.TotalSeconds + server ?? 0, copied.Processor ?? 0, copied.Rows);
        }
        var inserted = await BareInsert.RunAsync(imported, bare, tables);
        return new(import.TotalSeconds, inserted.Time.TotalSeconds, importProcessor.TotalSeconds, inserted.Processor.TotalSeconds, inserted.Rows);
    }

    private static async Task<double?> ServerAsync(MeasuredStore store) => store.Kind == StoreKind.Postgres ? await ServerProcessor.SecondsAsync(store) : 0;

    private static string Seconds(List<Pair> pairs, Func<Pair, double> seconds) => $"{pairs.Count} runs: {string.Join(", ", pairs.Select(pair => $"{seconds(pair):N1}"))} s";

    private static double Median(List<Pair> pairs, Func<Pair, double> of) => pairs.Select(of).Order().ElementAt(pairs.Count / 2);

    private sealed record Pair(double Import, double Bare, double ImportProcessor, double BareProcessor, long Rows);
}
