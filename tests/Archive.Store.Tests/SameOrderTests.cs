using System.Text;
using Archive.Rig.Postgres;

namespace Archive.Store.Tests;

/// <summary>Order, case and moments are the archive's own, whatever the server was set to.</summary>
public sealed class SameOrderTests
{
    private static readonly string[] Slugs =
        ["zebra", "apfel", "Zebra", "äpfel", "ährenfeld", "zug", "ärger", "ئۇيغۇر", "བོད", "维吾尔", "ウイグル", "ﬀ", "～", "𐐀", "𠀀", "a-b", "a", "ab", "a1", "a10", "a9", "é", "e\u0301"];

    [Fact]
    public async Task Posts_of_one_day_are_ordered_by_the_bytes_of_their_slugs()
    {
        await using var archive = ArchiveOnDisk.Create();
        await AssertOrderAsync(archive);
    }

    [Trait("Store", "Postgres")]
    [Theory]
    [InlineData("TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'sv' LOCALE 'C.UTF-8'")]
    [InlineData("TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-u-kn-true' LOCALE 'C.UTF-8'")]
    public async Task A_database_that_speaks_a_language_orders_them_no_otherwise(string like)
    {
        using var database = PostgresDatabase.CreateEmpty(like);
        await using var archive = new ArchiveOnDisk((StoreRegistration.ConnectionKey, database.ConnectionString));
        await using (var context = archive.Context())
        {
            await context.MigrateAsync(TestContext.Current.CancellationToken);
        }
        await AssertOrderAsync(archive);
    }

    [Fact]
    public async Task Names_that_differ_in_case_or_accent_are_two_names()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var context = archive.Context();
        string[] names = ["bbc", "BBC", "bbç", "bbc\u0327"];
        context.AddRange(names.Select(name => new Outlet { Name = name, Slug = name }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.All(names, name => Assert.Equal(name, context.Outlets.Single(outlet => outlet.Slug == name).Name));
    }

    [Fact]
    public async Task A_moment_is_kept_in_UTC_to_the_microsecond_wherever_the_server_is()
    {
        await using var archive = ArchiveOnDisk.Create();
        // Not yet, or no longer, or twice on the clocks of one place or another; and with a tenth of a microsecond, which neither keeps.
        DateTime[] moments =
        [
            new(2021, 3, 28, 1, 30, 0, DateTimeKind.Utc), new(2021, 10, 31, 1, 30, 0, DateTimeKind.Utc), new(2021, 4, 3, 14, 0, 0, DateTimeKind.Utc),
            new DateTime(2026, 11, 21, 23, 59, 59, DateTimeKind.Utc).AddTicks(9_999_999), new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(12_345_6), new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        ];
        await using (var context = archive.Context())
        {
            context.AddRange(moments.Select((moment, i) => new Source { FileName = "a.txt", Sha256 = $"{i}", Encoding = "utf-8", Layout = "none", ImportedAt = moment }));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await using var fresh = archive.Context();
        var kept = await fresh.Sources.OrderBy(source => source.Id).Select(source => source.ImportedAt).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(moments.Select(moment => moment.Ticks / 10 * 10), kept.Select(moment => moment.Ticks));
        Assert.All(kept, moment => Assert.Equal(DateTimeKind.Utc, moment.Kind));
    }

    private static async Task AssertOrderAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        context.AddRange(Slugs.Select(slug => new Post
        {
            Kind = PostKind.Article, Title = slug, Slug = slug, SourceKey = slug, TitleKey = slug, ContentHash = "c", PrintedHash = "p",
            DateStart = new(2021, 1, 1), DateEnd = new(2021, 1, 1),
        }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var expected = Slugs.Order(Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)))).ToList();

        Assert.Equal(expected, await context.Posts.NewestFirst().Select(post => post.Slug).ToListAsync(TestContext.Current.CancellationToken));
        for (var i = 0; i < expected.Count; i++)
        {
            var cursor = new PostCursor(new(2021, 1, 1), expected[i], 1);
            Assert.Equal(expected[(i + 1)..], await context.Posts.OlderThan(cursor).NewestFirst().Select(post => post.Slug).ToListAsync(TestContext.Current.CancellationToken));
        }
    }
}
