namespace Archive.Web.Tests.Commands;

[Trait("Store", "Any")]
public sealed class UsageTests
{
    [Fact]
    public async Task Help_names_every_verb_and_what_it_takes()
    {
        using var folder = new TemporaryFolder();

        var all = await ArchiveProcess.RunAsync(folder, "--help");
        Assert.Equal(0, all.ExitCode);
        Assert.All(["serve", "import", "search", "migrate", "health", "--Section:Key=value", "Exit codes"], word => Assert.Contains(word, all.Output, StringComparison.Ordinal));

        var import = await ArchiveProcess.RunAsync(folder, "import", "--help");
        Assert.Equal(0, import.ExitCode);
        Assert.All(["PATH", "--dry-run", "--json", "--remove-samples"], word => Assert.Contains(word, import.Output, StringComparison.Ordinal));

        var search = await ArchiveProcess.RunAsync(folder, "search", "--help");
        Assert.Equal(0, search.ExitCode);
        Assert.All(["QUERY", "--from", "--to", "--kind", "--outlet", "--category", "--topic", "--link", "--exact", "--best", "--json"], word => Assert.Contains(word, search.Output, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_version_is_a_number()
    {
        using var folder = new TemporaryFolder();
        var version = await ArchiveProcess.RunAsync(folder, "--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }

    [Theory]
    [InlineData("imprt", "imprt")]
    [InlineData("import --frobnicate", "--frobnicate")]
    [InlineData("search --frobnicate", "--frobnicate")]
    [InlineData("search uyghur --from", "--from")]
    [InlineData("import --dry-run --remove-samples", "--remove-samples")]
    [InlineData("serve --Site:Title", "--Site:Title")]
    [InlineData("health nowhere", "nowhere")]
    public async Task Wrong_usage_is_named_in_a_line_and_does_nothing(string typed, string named)
    {
        using var folder = new TemporaryFolder();
        AssertRefused(await ArchiveProcess.RunAsync(folder, typed.Split(' ')), named);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("Site:TimeZone", "Mars/Base")]
    [InlineData("Site:Title", "")]
    [InlineData("Site:BaseAddress", "archive.example")]
    [InlineData("Site:BaseAddress", "ftp://archive.example")]
    [InlineData("Site:BaseAddress", "https://archive.example/?a=b")]
    [InlineData("Site:WebSearch", "https://search.example/?q=")]
    [InlineData("Site:WebSearch", "javascript:alert({0})")]
    [InlineData("Site:Titel", "Digests")]
    [InlineData("Site:TrustedProxies", "10.0.0.5,the proxy")]
    [InlineData("Import:MaxFileBytes", "many")]
    [InlineData("Import:MaxFileBytes", "0")]
    [InlineData("Import:MaxLineBytes", "-1")]
    [InlineData("Import:MaxLineBytes", "99999999999")]
    [InlineData("Search:ThesaurusFile", "nowhere.yaml")]
    [InlineData("Search:Thesaurus", "topics.yaml")]
    [InlineData("Serilog:MinimumLevel:Default", "Loud")]
    [InlineData("Store:Provider", "Oracle")]
    [InlineData("ConnectionStrings:Archive", "in the attic")]
    public async Task A_bad_setting_is_named_by_its_key_by_every_verb(string key, string value)
    {
        using var folder = new TemporaryFolder();
        var section = key.StartsWith("Serilog", StringComparison.Ordinal) ? "Serilog" : key;
        AssertRefused(await ArchiveProcess.RunAsync(folder, $"--{key}={value}", "--urls=http://127.0.0.1:0"), section);
        AssertRefused(await ArchiveProcess.RunAsync(folder, "import", $"--{key}={value}"), section);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_thesaurus_that_contradicts_itself_is_refused_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder["topics.yaml"];
        await File.WriteAllTextAsync(file, "- slug: tibet\n  name: Tibet\n  reason: One land.\n  related: {nepal: Its neighbour.}\n", TestContext.Current.CancellationToken);
        foreach (var verb in new[] { "serve", "import", "migrate" })
        {
            var refused = await ArchiveProcess.RunAsync(folder, verb, $"--Search:ThesaurusFile={file}");
            AssertRefused(refused, "Search:ThesaurusFile");
            Assert.Contains("line 4, entry 'tibet'", refused.Errors, StringComparison.Ordinal);
        }
    }

    private static void AssertRefused(Finished archive, string named)
    {
        Assert.Equal(2, archive.ExitCode);
        Assert.Contains(named, archive.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", archive.All, StringComparison.Ordinal);
        Assert.DoesNotContain("archive:", archive.Output, StringComparison.Ordinal);
    }
}
