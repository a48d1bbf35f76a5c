using System.Text.Json;
using System.Text.RegularExpressions;
using Archive.Web.Settings;

namespace Archive.Web.Tests.Hosting;

/// <summary>docs/OPERATING.md names what there is, and all of it.</summary>
[Trait("Store", "Any")]
public sealed partial class OperatingTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "OPERATING.md"));

    [Fact]
    public void Every_setting_is_in_the_table_with_its_default()
    {
        var described = Row().Matches(Text).Select(row => row.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (section, options) in new[] { (SiteOptions.Section, typeof(SiteOptions)), (ImportOptions.Section, typeof(ImportOptions)), (FetchingOptions.Section, typeof(FetchingOptions)) })
        {
            Assert.All(options.GetProperties().Where(property => property.CanWrite), property => Assert.Contains($"{section}:{property.Name}", described));
        }
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Archive.Web", "appsettings.json")));
        foreach (var section in settings.RootElement.EnumerateObject().Where(section => section.Name != "Serilog"))
        {
            foreach (var setting in section.Value.EnumerateObject())
            {
                var row = Row().Matches(Text).SingleOrDefault(row => row.Groups["key"].Value == $"{section.Name}:{setting.Name}");
                Assert.True(row is not null, $"{section.Name}:{setting.Name} is not described");
                if ((setting.Value.ValueKind == JsonValueKind.False ? "false" : setting.Value.ToString()) is { Length: > 0 } value && value != "[]")
                {
                    Assert.Equal($"`{value}`", row.Groups["default"].Value);
                }
            }
        }
    }

    [Fact]
    public void Every_file_that_is_named_is_there()
    {
        var named = DeployedFile().Matches(Text).Select(match => match.Value.TrimEnd('.')).Distinct().ToList();
        Assert.InRange(named.Count, 10, 40);
        Assert.All(named, file => Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), file));
        // And the other way round: nothing lies in deploy/ that nobody is told about.
        var there = Directory.EnumerateFiles(Path.Combine(Repository.Root, "deploy"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.All(there.Where(file => !file.StartsWith("deploy/compose/", StringComparison.Ordinal)), file => Assert.Contains(file, named));
    }

    [Fact]
    public async Task Every_command_and_option_that_is_typed_exists()
    {
        using var folder = new TemporaryFolder();
        var typed = Typed().Matches(Text).Select(match => (Verb: match.Groups["verb"].Value, Options: match.Groups["options"].Value)).ToList();
        Assert.InRange(typed.Count, 5, 60);
        foreach (var verb in typed.Select(command => command.Verb).Distinct())
        {
            var help = await ArchiveProcess.RunAsync(folder, [.. verb.Split(' '), "--help"]);
            Assert.True(help.ExitCode == 0, $"archive {verb}: {help.All}");
            // Settings have a colon in their names; every verb takes them.
            var options = typed.Where(command => command.Verb == verb).SelectMany(command => Option().Matches(command.Options)).Select(match => match.Value).Distinct();
            Assert.All(options, option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        }
    }

    // "| `Site:TimeZone` | `UTC` | time zone in which …"
    [GeneratedRegex(@"^\| `(?<key>\w+(:\w+)+)` \| (?<default>[^|]+?) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\bdeploy/[\w./-]*\w", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DeployedFile();

    // "    /opt/archive-2/archive migrate --script >upgrade.sql", and what follows on the next line after a backslash.
    [GeneratedRegex(@"^ +(/opt/archive-2/)?archive (?<verb>(user|links) [a-z]+|[a-z]+)(?<options>(.*\\\n)*.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"(?<= )--[a-z][a-z-]*(?![\w:-])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
