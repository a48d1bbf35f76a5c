using System.Diagnostics;
using System.Text;
using Archive.Import;
using Archive.Import.Lines;
using Archive.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Benchmarks;

/// <summary>What is measured, each with the wall clock and by its median.</summary>
internal static class Measurements
{
    /// <summary>Bytes in memory to posts in memory, on the one thread that parsing uses.</summary>
    public static Figure ParseSpeed(int headlines, int runs)
    {
        var pages = new DigestGenerator(new ArchiveSize(headlines, Files: 1)).Pages().Select(Encoding.UTF8.GetBytes).ToList();
        var read = pages.SelectMany(page => SeedParser.Parse(LineReader.Read(page)).Posts).Sum(post => post.Headlines.Count);
        if (read != headlines) throw new InvalidOperationException($"{read} of {headlines} headlines were read: a figure for less would be a lie.");
        var lines = 0;
        var seconds = Times(runs, () =>
        {
            lines = 0;
            foreach (var page in pages) lines += SeedParser.Parse(LineReader.Read(page)).Roles.Count;
        });
        return new Figure($"parsed: {lines:N0} lines in one page", lines / Median(seconds), "lines/s", 500_000, $"{runs} runs, slowest {lines / seconds.Max():N0}");
    }

    /// <summary>Files to a new SQLite store, its first migration not counted.</summary>
    public static async Task<Figure> ImportSpeedAsync(int headlines, int files, int runs)
    {
        using var folder = new ScratchFolder();
        new DigestGenerator(new ArchiveSize(headlines, files)).WriteTo(folder.Path);
        List<double> seconds = [];
        for (var run = 0; run < runs; run++) seconds.Add(await ImportAsync(folder.Path, headlines));
        return new Figure($"imported: {headlines:N0} headlines in {files:N0} files", headlines / Median(seconds), "headlines/s", 30_000, $"{runs} runs, slowest {headlines / seconds.Max():N0}");
    }

    /// <summary>Imports a folder into a new store.</summary>
    /// <returns>Seconds.</returns>
    public static async Task<double> ImportAsync(string folder, int? headlines = null)
    {
        using var data = new ScratchFolder();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(StoreRegistration.ConnectionKey, "Data Source=archive.db")]).Build();
        await using var services = new ServiceCollection().AddArchiveStore(settings, data.Path).BuildServiceProvider();
        var store = services.GetRequiredService<IDbContextFactory<ArchiveContext>>();
        await using (var context = await store.CreateDbContextAsync()) await context.Database.MigrateAsync();
        var watch = Stopwatch.StartNew();
        var report = await new SeedImporter(store, new ImportLimits(), TimeProvider.System).RunAsync(new ImportRequest([folder]));
        watch.Stop();
        await using (var context = await store.CreateDbContextAsync())
            if (headlines is not null && await context.Set<Headline>().CountAsync() is var stored && stored != headlines)
                throw new InvalidOperationException($"{stored} of {headlines} headlines were stored: a figure for less would be a lie.");
        if (report.ExitCode != 0) throw new InvalidOperationException("The import set lines aside.");
        return watch.Elapsed.TotalSeconds;
    }

    private static List<double> Times(int runs, Action action)
    {
        action();
        List<double> seconds = [];
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            action();
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        return seconds;
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
        $"{What,-52} {Value,14:#,0.##} {Unit,-12} {(Aim is null ? "" : $"{Aim:#,0}"),10}  {Note}";
}

/// <summary>A folder that is gone when the measurement is over.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("archive-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
