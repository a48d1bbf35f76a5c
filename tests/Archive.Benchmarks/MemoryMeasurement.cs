using System.Diagnostics;

namespace Archive.Benchmarks;

/// <summary>
/// Peak memory of an import, each measured in a process of its own: what an earlier measurement left behind would be counted otherwise.
/// </summary>
internal static class MemoryMeasurement
{
    public static IEnumerable<Figure> Run()
    {
        var idle = PeakOf(headlines: 20, files: 1, out _);
        yield return new Figure("memory: import of one small file", Megabytes(idle), "MB peak", null, "the runtime, the store and an empty archive");

        var one = PeakOf(headlines: 150_000, files: 1, out var largest);
        yield return new Figure($"memory: import of one file of {Megabytes(largest):N1} MB", Megabytes(one), "MB peak", null, "");
        yield return new Figure("memory: above the small file, per byte of the largest", (double)(one - idle) / largest, "times", 10, "");

        var ten = PeakOf(headlines: 5_000, files: 10, out var each);
        var thousand = PeakOf(headlines: 500_000, files: 1_000, out _);
        yield return new Figure($"memory: 10 files of {each / 1024:N0} kB", Megabytes(ten), "MB peak", null, "");
        yield return new Figure($"memory: 1,000 files of {each / 1024:N0} kB", Megabytes(thousand), "MB peak", null, $"{(double)thousand / ten:N2} times the ten");
    }

    /// <summary>The child's part: imports a folder and says how much memory the process held at most.</summary>
    public static async Task<int> ChildAsync(string folder)
    {
        await Measurements.ImportAsync(folder);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64);
        return 0;
    }

    private static long PeakOf(int headlines, int files, out long largest)
    {
        using var folder = new ScratchFolder();
        largest = new DigestGenerator(new ArchiveSize(headlines, files)).WriteTo(folder.Path);
        // Started as `dotnet Archive.Benchmarks.dll`, the process is dotnet, and the program its first argument.
        var program = typeof(MemoryMeasurement).Assembly.Location;
        using var child = Process.Start(new ProcessStartInfo("dotnet", [program, "import", folder.Path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? long.Parse(answer) : throw new InvalidOperationException($"The import of {files} files failed.");
    }

    private static double Megabytes(long bytes) => bytes / 1024.0 / 1024.0;
}
