using System.Text.Json;
using Archive.Web.Commands;

namespace Archive.Web.Tests.Commands;

public sealed class SearchTests
{
    [Fact]
    public async Task A_search_is_a_line_for_each_headline_and_the_same_document_as_the_site_s()
    {
        using var folder = new TemporaryFolder();
        var imported = await ArchiveProcess.RunAsync(folder, "import");
        Assert.Equal(0, imported.ExitCode);

        var lines = await ArchiveProcess.RunAsync(folder, "search", "\"Criminal State\" after:2021-01-15", "--Site:BaseAddress=https://archive.example");
        Assert.Equal(0, lines.ExitCode);
        var found = lines.Output.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, row => Assert.Equal(4, row.Length));
        Assert.All(found, row => Assert.Contains("Criminal State", row[2], StringComparison.Ordinal));
        Assert.All(found, row => Assert.StartsWith("https://archive.example/", row[3], StringComparison.Ordinal));
        Assert.Contains($"{found.Count} headlines, 0 posts", lines.Errors, StringComparison.Ordinal);

        var document = await ArchiveProcess.RunAsync(folder, "search", "-genocide", "outlet:", "kind:digest", "--json");
        using var json = JsonDocument.Parse(document.Output);
        var archive = json.RootElement.GetProperty("_archive");
        Assert.InRange(archive.GetProperty("total").GetInt64(), 1, long.MaxValue);
        Assert.Equal("“outlet:” needs a name; searched for the rest.", archive.GetProperty("notes")[0].GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("items").EnumerateArray());

        var nothing = await ArchiveProcess.RunAsync(folder, "search", "uyghur", "--kind", "digest", "--to", "1999", "--exact", "--best");
        Assert.Equal((0, ""), (nothing.ExitCode, nothing.Output));
        Assert.Contains("0 headlines, 0 posts", nothing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_archive_there_is_nothing_to_search_and_none_is_made()
    {
        using var folder = new TemporaryFolder();
        var archive = await ArchiveProcess.RunAsync(folder, "search", "uyghur", "--ConnectionStrings:Archive=Data Source=none.db", "--Store:Provider=Sqlite");
        Assert.Equal(1, archive.ExitCode);
        Assert.Contains("archive import", archive.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "none*"));
    }

    [Theory]
    [InlineData("uyghur -\"new york\"", "uyghur -\"new york\"")]
    [InlineData("uyghur|congress", "uyghur congress")]
    [InlineData("uyghur|outlet:Radio Free Asia", "uyghur outlet:\"Radio Free Asia\"")]
    [InlineData("-new york|-outlet:Radio Free Asia|uyghur", "-\"new york\" -outlet:\"Radio Free Asia\" uyghur")]
    [InlineData("uyghur|(a or b)|say \"x y\"", "uyghur (a or b) say \"x y\"")]
    [InlineData("", "")]
    public void Quotes_that_a_shell_took_away_are_put_back(string words, string query) => Assert.Equal(query, TypedQuery.Of(words.Split('|')));
}
