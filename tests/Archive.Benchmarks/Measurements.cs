using System.Diagnostics;
using System.Text;
using Archive.Import;
using Archive.Import.Lines;
using Archive.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Benchmarks;

/// <summary>What is measured, several times each, and given by its median.</summary>
internal static class Measurements
{
    /// <summary>
    /// Bytes in memory to posts in memory, on the one thread that parsing uses: by the clock, and by processor time, which is the figure that counts
    /// where other work shares the machine.
    /// </summary>
    public static IEnumerable<Figure> ParseSpeed(int headlines, int runs)
    {
        var pages = new DigestGenerator(new ArchiveSize(headlines, Files: 1)).Pages().Select(Encoding.UTF8.GetBytes).ToList();
        var read = pages.SelectMany(page => SeedParser.Parse(LineReader.Read(page)).Posts).Sum(post => post.Headlines.Count);
        if (read != headlines) throw new InvalidOperationException($"{read} of {headlines} headlines were read: a figure for less would be a lie.");
        var lines = 0;
        var (clock, processor) = Times(runs, () =>
        {
            lines = 0;
            foreach (var page in pages) lines += SeedParser.Parse(LineReader.Read(page)).Roles.Count;
        });
        yield return new Figure($"parsed: {lines:N0} lines, by the clock", lines / Median(clock), "lines/s", 500_000, $"{runs} runs, slowest {lines / clock.Max():N0}");
        yield return new Figure($"parsed: {lines:N0} lines, by processor time", lines / Median(processor), "lines/s", 500_000, $"{runs} runs, slowest {lines / processor.Max():N0}");
    }

    /// <summary>Files to a new SQLite store, its first migration not counted.</summary>
    public static async Task<IReadOnlyList<Figure>> ImportSpeedAsync(int headlines, int files, int runs)
    {
        using var folder = new ScratchFolder();
        new DigestGenerator(new ArchiveSize(headlines, files)).WriteTo(folder.Path);
        List<double> clock = [], processor = [];
        for (var run = 0; run <= runs; run++)
        {
            var spent = await ImportAsync(folder.Path, headlines);
            if (run == 0) continue;
            clock.Add(spent.Clock);
            processor.Add(spent.Processor);
        }

        var what = $"imported: {headlines:N0} headlines in {files:N0} files";
        return
        [
            new Figure($"{what}, by the clock", headlines / Median(clock), "headlines/s", 30_000, $"{runs} runs, slowest {headlines / clock.Max():N0}"),
            new Figure($"{what}, by processor time", headlines / Median(processor), "headlines/s", 30_000, $"{runs} runs, slowest {headlines / processor.Max():N0}"),
        ];
    }

    /// <summary>Imports a folder into a new store.</summary>
    /// <returns>Seconds, by the clock and of processor time.</returns>
    public static async Task<(double Clock, double Processor)> ImportAsync(string folder, int? headlines = null)
    {
        using var data = new ScratchFolder();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(StoreRegistration.ConnectionKey, "Data Source=archive.db")]).Build();
        await using var services = new ServiceCollection().AddArchiveStore(settings, data.Path).BuildServiceProvider();
        var store = services.GetRequiredService<IDbContextFactory<ArchiveContext>>();
        await using (var context = await store.CreateDbContextAsync()) await context.Database.MigrateAsync();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var report = await new SeedImporter(store, new ImportLimits(), TimeProvider.System).RunAsync(new ImportRequest([folder]));
        var spent = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        await using (var context = await store.CreateDbContextAsync())
            if (headlines is not null && await context.Set<Headline>().CountAsync() is var stored && stored != headlines)
                throw new InvalidOperationException($"{stored} of {headlines} headlines were stored: a figure for less would be a lie.");
        if (report.ExitCode != 0) throw new InvalidOperationException("The import set lines aside.");
        return spent;
    }

    private static (List<double> Clock, List<double> Processor) Times(int runs, Action action)
    {
        for (var warm = 0; warm < 3; warm++) action();
        List<double> clock = [], processor = [];
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            action();
            clock.Add(watch.Elapsed.TotalSeconds);
            processor.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return (clock, processor);
    }

    private static double Median(IEnumerable<double> seconds)
    {
        var sorted = seconds.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

/// <summary>One line of the table. <paramref name="Aim"/> is what is aimed at, never what was measured.</summary>
internal sealed record Figure(string What, double Value, string Unit, double? Aim, string Note)
{
    public override string ToString() =>
        $"{What,-66} {Value,14:#,0.##} {Unit,-12} {(Aim is null ? "" : $"{Aim:#,0.##}"),10}  {Note}";
}

/// <summary>A folder that is gone when the measurement is over.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("archive-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
