using System.Text;
using System.Text.Json;

namespace Archive.Store.Tests;

public sealed class JsonContractTests
{
    [Fact]
    public async Task The_document_has_the_keys_of_the_contract_in_their_order()
    {
        using var document = await WriteAsync(SeedFolders.Samples);
        var file = document.RootElement.GetProperty("files")[0];
        var post = file.GetProperty("posts").EnumerateArray().First(p => p.GetProperty("headlines").GetArrayLength() > 0);

        Assert.Equal("files totals", Keys(document.RootElement));
        Assert.Equal("path sha256 bytes encoding lines layout counts roles posts problems", Keys(file));
        Assert.Equal("blank boilerplate post setAside", Keys(file.GetProperty("counts")));
        Assert.Equal(
            "kind title titleInferred dateStart dateEnd datePrecision place outlet issuer author agency addressee categories standfirst isExcerpt lineFirst lineLast "
            + "headlines paragraphs subheads listItems items copies salutation signOff signatories contact caption credit sources duplicateOf",
            Keys(post));
        Assert.Equal("text line url outlet section", Keys(post.GetProperty("headlines")[0]));
        Assert.Equal("files lines posts distinctPosts headlines problems", Keys(document.RootElement.GetProperty("totals")));
    }

    [Fact]
    public async Task Every_line_has_a_role_and_the_counts_add_up_to_the_lines()
    {
        using var document = await WriteAsync(SeedFolders.Samples);

        Assert.All(document.RootElement.GetProperty("files").EnumerateArray(), file =>
        {
            var lines = file.GetProperty("lines").GetInt32();
            Assert.Equal(lines, file.GetProperty("roles").GetArrayLength());
            Assert.Equal(lines, file.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32()));
            Assert.All(file.GetProperty("roles").EnumerateArray(), role => Assert.Matches("^[a-z]+(-[a-z]+)*$", role.GetString()!));
        });
    }

    [Theory, InlineData("samples"), InlineData("real")]
    public async Task The_totals_are_those_of_the_five_pages(string which)
    {
        if (which == "real")
        {
            SeedFolders.NeedRealPages();
        }
        using var document = await WriteAsync(which == "real" ? SeedFolders.RealPages : SeedFolders.Samples);
        var totals = document.RootElement.GetProperty("totals").EnumerateObject().ToDictionary(total => total.Name, total => total.Value.GetInt32());
        var duplicates = document.RootElement.GetProperty("files").EnumerateArray().SelectMany(file => file.GetProperty("posts").EnumerateArray())
            .Select(post => post.GetProperty("duplicateOf")).Where(of => of.ValueKind != JsonValueKind.Null).ToList();

        Assert.Equal((5, 38, 35, 188), (totals["files"], totals["posts"], totals["distinctPosts"], totals["headlines"]));
        Assert.Equal(3, duplicates.Count);
        Assert.All(duplicates, of => Assert.StartsWith("000", of.GetProperty("path").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_file_stands_among_the_files_with_one_problem_and_nothing_else()
    {
        await using var archive = new ArchiveOnDisk();
        archive.Seed("bad \"name\"\n.txt", "   \n");
        using var document = await WriteAsync(archive.Seeds);
        var file = document.RootElement.GetProperty("files")[0];

        Assert.Equal("bad \"name\"\n.txt", file.GetProperty("path").GetString());
        Assert.Equal((0, 0, 0, 4), (file.GetProperty("lines").GetInt32(), file.GetProperty("roles").GetArrayLength(), file.GetProperty("posts").GetArrayLength(), file.GetProperty("bytes").GetInt32()));
        Assert.Matches("^[0-9a-f]{64}$", file.GetProperty("sha256").GetString()!);
        Assert.All(file.GetProperty("counts").EnumerateObject(), count => Assert.Equal(0, count.Value.GetInt32()));
        Assert.Equal(("file-blank", JsonValueKind.Null), (Assert.Single(file.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString(), file.GetProperty("layout").ValueKind));
        Assert.False(File.Exists(archive.StoreFile));
    }

    [Fact]
    public async Task Letters_of_every_script_stand_as_they_are()
    {
        await using var archive = new ArchiveOnDisk();
        archive.Seed("a.txt", "Tibet Digest: 3–5 March 2019\n\nئۇيغۇر تىلى\n\nབོད་སྐད་\n\n🕊 Ürümqi <b>& “peace”\n");
        using var output = new MemoryStream();
        await new SeedImporter(null, new(), TimeProvider.System).WriteDryRunJsonAsync(new([archive.Seeds]), output, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(output.ToArray());

        Assert.Contains("ئۇيغۇر تىلى", text, StringComparison.Ordinal);
        Assert.Contains("བོད་སྐད་", text, StringComparison.Ordinal);
        Assert.Contains("3–5 March", text, StringComparison.Ordinal);
    }

    private static string Keys(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    private static async Task<JsonDocument> WriteAsync(string folder)
    {
        using var output = new MemoryStream();
        await new SeedImporter(null, new(), TimeProvider.System).WriteDryRunJsonAsync(new([folder]), output);
        return JsonDocument.Parse(output.ToArray());
    }
}
