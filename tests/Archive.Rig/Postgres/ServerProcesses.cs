using System.Diagnostics;
using System.Globalization;

namespace Archive.Rig.Postgres;

/// <summary>A server's first process and those that it started, as Linux's /proc shows them.</summary>
internal static class ServerProcesses
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Kills all of them in one go, and waits until none is left.</summary>
    public static void Kill(int first)
    {
        // A child that is started meanwhile sees its parent's death and ends by itself; it is waited for as well.
        Signal(first);
        var waiting = Stopwatch.StartNew();
        while (Alive().Where(process => process.Id == first || process.Session == first || process.Parent == first).ToList() is { Count: > 0 } left)
        {
            if (waiting.Elapsed > Longest)
            {
                throw new TimeoutException($"{left.Count} processes of the killed server {first} live on.");
            }
            left.ForEach(process => Signal(process.Id));
            Thread.Sleep(2);
        }
    }

    public static void Signal(int process)
    {
        try
        {
            using var target = Process.GetProcessById(process);
            target.Kill();
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }

    // "4711 (postgres) S 1 4711 4711 …": the name in brackets may hold anything, the rest goes by blanks: state, parent, group, session.
    private static IEnumerable<(int Id, int Parent, int Session)> Alive()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Stat(folder) is { } stat
                && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is [not ("Z" or "X"), var parent, _, var session, ..])
            {
                yield return (id, int.Parse(parent, CultureInfo.InvariantCulture), int.Parse(session, CultureInfo.InvariantCulture));
            }
        }
    }

    private static string? Stat(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "stat"));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
