using Archive.Store.Links;

namespace Archive.Store.Tests.Links;

public sealed class LinkKeyTests
{
    private const string Twice = """
        Links for 14 March 2021

        Garment workers walk out https://example.org/news/garment?utm_source=mail
        Walk-out at garment factory http://www.example.org/news/garment/
        Curfew lifted https://example.org/news/curfew
        """;

    [Fact]
    public async Task A_link_that_a_page_prints_twice_stays_with_both_headlines_and_the_first_has_the_key()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("links.txt", Twice));
        await using var context = archive.Context();
        var headlines = await context.Headlines.OrderBy(headline => headline.Position).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["https://example.org/news/garment", "http://www.example.org/news/garment/", "https://example.org/news/curfew"], headlines.Select(headline => headline.Url));
        Assert.Equal(["https://example.org/news/garment?utm_source=mail", null, null], headlines.Select(headline => headline.PrintedUrl));
        Assert.Equal([LinkAddress.KeyOf("https://example.org/news/garment"), null, LinkAddress.KeyOf("https://example.org/news/curfew")], headlines.Select(headline => headline.UrlKey));
    }

    [Fact]
    public async Task Importing_the_same_list_from_another_file_changes_nothing()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Twice));
        await using var context = archive.Context();
        var before = await KeysAsync(context);
        var report = await archive.ImportAsync(archive.Seed("b.txt", Twice + "\n\n"));

        Assert.Equal(1, report.Files[0].Posts.Unchanged);
        Assert.Equal(before, await KeysAsync(context));
    }

    [Fact]
    public async Task No_digest_can_be_given_a_key_twice_and_two_digests_may_share_one()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Twice), archive.Seed("b.txt", Twice.Replace("14 March", "15 March", StringComparison.Ordinal)));
        await using var context = archive.Context();
        Assert.Equal(2, await context.Headlines.CountAsync(headline => headline.UrlKey == LinkAddress.KeyOf("https://example.org/news/curfew"), TestContext.Current.CancellationToken));

        var second = await context.Headlines.FirstAsync(headline => headline.UrlKey == null, TestContext.Current.CancellationToken);
        second.UrlKey = LinkAddress.KeyOf(second.Url);
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_archive_from_before_there_were_keys_gets_those_that_an_import_gives()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Twice), archive.Seed("b.txt", Twice.Replace("14 March", "15 March", StringComparison.Ordinal)));
        await using var context = archive.Context();
        var keys = await KeysAsync(context);
        await context.Headlines.ExecuteUpdateAsync(row => row.SetProperty(headline => headline.UrlKey, (string?)null), TestContext.Current.CancellationToken);
        LinkKeyFill fill = new(archive.Factory);

        Assert.Equal(4, await fill.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(keys, await KeysAsync(context));
        Assert.Equal(0, await fill.RunAsync(TestContext.Current.CancellationToken));
    }

    private static Task<List<string>> KeysAsync(ArchiveContext context) =>
        context.Headlines.AsNoTracking().OrderBy(headline => headline.Id).Select(headline => headline.PublicId + headline.Text + headline.Url + headline.UrlKey).ToListAsync(TestContext.Current.CancellationToken);
}
