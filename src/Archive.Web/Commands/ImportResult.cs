using Archive.Import;
using Archive.Store;
using static Archive.Web.Hosting.Printable;

namespace Archive.Web.Commands;

/// <summary>What an import did, on standard output: lines for people, or one JSON document.</summary>
internal sealed class ImportResult(bool json)
{
    private readonly List<FileReport> files = [];

    private bool stopped;

    /// <summary>How many samples were taken out first; null where that was not asked for.</summary>
    public int? SamplesRemoved { get; set; }

    /// <summary>Runs the import under a progress display, and keeps what it did also where it is stopped half-way.</summary>
    public async Task FollowAsync(Func<IProgress<ImportProgress>, Task<ImportReport>> run)
    {
        try
        {
            await ImportProgressDisplay.ShowAsync(async display => await run(new Collector(files, display)));
        }
        catch (OperationCanceledException)
        {
            stopped = true;
        }
        catch (StoreBusyException busy)
        {
            stopped = true;
            Console.Error.WriteLine($"archive: {busy.Message}");
        }
    }

    /// <returns>The exit code.</returns>
    public int Print(bool dryRun)
    {
        var report = new ImportReport(files);
        if (json)
        {
            Console.Out.WriteLine(ImportResultJson.Of(report, SamplesRemoved, stopped));
        }
        else
        {
            PrintLines(report, dryRun);
        }
        if (stopped)
        {
            Console.Error.WriteLine("archive: stopped between two files. What is listed is done and stays; the same command again goes on.");
        }
        return stopped ? ExitCode.NotWhole : report.ExitCode;
    }

    private void PrintLines(ImportReport report, bool dryRun)
    {
        if (SamplesRemoved is { } removed)
        {
            Console.Out.WriteLine($"{Count(removed, "sample post")} removed");
        }
        foreach (var file in report.Files)
        {
            PrintFile(file, dryRun);
        }
        if (report.Files.Count > 0 || SamplesRemoved is null)
        {
            PrintTotals(report, dryRun);
        }
    }

    // 001.txt: imported; 335 lines, 12 posts (9 new, 0 superseded, 3 unchanged, 0 shorter), 73 headlines
    private static void PrintFile(FileReport file, bool dryRun)
    {
        var outcome = file.Outcome switch
        {
            FileOutcome.Refused => "refused",
            FileOutcome.AlreadyThere => "already there",
            FileOutcome.Unconfirmed => "checking",
            _ => dryRun ? "would be imported" : "imported",
        };
        var counts = file.Outcome == FileOutcome.Refused ? "" : $"; {Count(file.Lines.Lines, "line")}, {Counted(file.Posts)}, {Count(file.Headlines, "headline")}";
        Console.Out.WriteLine($"{Text(file.Path)}: {outcome}{counts}");
        foreach (var problem in file.Problems)
        {
            Console.Out.WriteLine($"{Text(file.Path)}:{(problem.Line is { } line ? $"{line}:" : "")} {problem.Code}: {Text(problem.Message)}");
        }
        foreach (var note in file.Notes)
        {
            Console.Out.WriteLine($"{Text(file.Path)}: {Text(note)}");
        }
    }

    private static void PrintTotals(ImportReport report, bool dryRun)
    {
        var lines = report.Lines;
        Console.Out.WriteLine($"{Count(report.Files.Count, "file")}: {Counted(report.Posts)}");
        Console.Out.WriteLine($"{Count(lines.Lines, "line")}: {lines.Post} in posts, {lines.Boilerplate} boilerplate, {lines.Blank} blank, {lines.SetAside} set aside");
        if (!report.ChangedAnything)
        {
            Console.Out.WriteLine(dryRun ? "Nothing would change." : "Nothing changed.");
        }
    }

    private static string Counted(PostCounts posts) =>
        $"{Count(posts.Posts, "post")} ({posts.Added} new, {posts.Superseded} superseded, {posts.Unchanged} unchanged, {posts.Shorter} shorter{(posts.Removed == 0 ? "" : $", {posts.Removed} removed before")})";

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    /// <summary>Keeps each file's report before it is shown.</summary>
    private sealed class Collector(List<FileReport> files, IProgress<ImportProgress> display) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Last is { } file)
            {
                files.Add(file);
            }
            display.Report(value);
        }
    }
}
