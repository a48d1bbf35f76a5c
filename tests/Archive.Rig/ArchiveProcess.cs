using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Rig;

/// <summary>What a finished `archive` process left behind.</summary>
public sealed record Finished(int ExitCode, string Output, string Errors)
{
    public string All => Output + Errors;
}

/// <summary>`archive` as a process of its own, in a temporary folder, with the store that belongs to the folder.</summary>
public sealed partial class ArchiveProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Process process = new();
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private ArchiveProcess(TemporaryFolder folder, IEnumerable<string> args, string environment)
    {
        process.StartInfo = new("dotnet", [Program, .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in process.StartInfo.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            process.StartInfo.Environment.Remove(name);
        }
        process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (key, value) in folder.Store.Settings)
        {
            process.StartInfo.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Names an archive.dll that was published, to be tested in place of the one that was built beside the tests.</summary>
    public const string Variable = "ARCHIVE_TEST_PROGRAM";

    // Otherwise as the project's own build left it, in the configuration of these tests.
    private static string Program { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } published ? published : Path.Combine(
        Repository.Root, "src", "Archive.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "archive.dll");

    /// <summary>What it has written so far.</summary>
    public string Said => Written(output) + Written(errors);

    public bool HasExited => process.HasExited;

    public static async Task<Finished> RunAsync(TemporaryFolder folder, params string[] args)
    {
        using var archive = new ArchiveProcess(folder, args, "Production");
        return await archive.EndAsync();
    }

    public static ArchiveProcess Start(TemporaryFolder folder, params string[] args) => new(folder, args, "Production");

    /// <summary>Serves on a free port, and waits until it says where.</summary>
    public static async Task<(ArchiveProcess Process, Uri Address)> ServeAsync(TemporaryFolder folder, params string[] args)
    {
        var archive = Start(folder, ["--urls", "http://127.0.0.1:0", .. args]);
        var line = await archive.WaitForAsync(Listening());
        return (archive, new Uri(line.Groups["address"].Value));
    }

    /// <summary>Waits until a line is written that matches.</summary>
    public async Task<Match> WaitForAsync(Regex line)
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < Longest; await Task.Delay(20))
        {
            if (line.Match(Written(output) + Written(errors)) is { Success: true } match)
            {
                return match;
            }
            if (process.HasExited)
            {
                break;
            }
        }
        throw new InvalidOperationException($"archive did not say {line}, but: {Written(output)}{Written(errors)}");
    }

    /// <summary>Asks it to stop, as Ctrl-C and service managers do.</summary>
    public async Task<Finished> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    private async Task<Finished> EndAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, Written(output), Written(errors));
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }

    private static string Written(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [GeneratedRegex(@"Now listening on: \\?""?(?<address>http://127\.0\.0\.1:\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
