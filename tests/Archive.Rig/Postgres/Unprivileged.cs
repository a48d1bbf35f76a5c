using System.Diagnostics;
using System.Text;

namespace Archive.Rig.Postgres;

/// <summary>Runs PostgreSQL's programs. They refuse to run as root, so root runs them as a user who owns nothing else.</summary>
internal static class Unprivileged
{
    private static readonly Lazy<string?> User = new(() =>
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return users.Contains("postgres") ? "postgres" : "nobody";
    });

    /// <summary>A new folder that only this user, and root, may enter.</summary>
    public static string NewFolder(string prefix)
    {
        // Root's own TMPDIR may be closed to the other user.
        var parent = User.Value is null ? Path.GetTempPath() : "/tmp";
        return Run("mktemp", ["-d", Path.Combine(parent, prefix + "XXXXXX")]).Trim();
    }

    /// <summary>Runs a program to its end and gives what it wrote.</summary>
    public static string Run(string program, IEnumerable<string> args)
    {
        using var process = new Process { StartInfo = StartInfo(program, args) };
        var written = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode == 0 ? written.ToString() : throw new InvalidOperationException($"{Path.GetFileName(program)} failed ({process.ExitCode}): {written}");

        void Append(string? line)
        {
            lock (written)
            {
                written.Append(line).Append('\n');
            }
        }
    }

    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            // The current folder may be closed to the other user.
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UserName = User.Value ?? "",
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
        return start;
    }
}
