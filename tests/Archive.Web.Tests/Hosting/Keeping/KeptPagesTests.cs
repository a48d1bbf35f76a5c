using System.Globalization;
using Archive.Web.Hosting.Keeping;
using Microsoft.Net.Http.Headers;

namespace Archive.Web.Tests.Hosting.Keeping;

/// <summary>What is kept and what has to go.</summary>
[Trait("Store", "Any")]
public sealed class KeptPagesTests
{
    private const long Megabyte = 1024 * 1024;

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_flood_of_addresses_that_nobody_asks_for_twice_drives_out_no_page_that_is_read()
    {
        var pages = new KeptPages(Megabyte);
        var read = Enumerable.Range(0, 20).Select(i => $"/2021/01/{i}").ToList();
        foreach (var key in read)
        {
            pages.Keep(key, Page(20_000), Now);
            Assert.NotNull(pages.Find(key));
        }

        var hits = 0;
        for (var i = 0; i < 100_000; i++)
        {
            pages.Keep(string.Create(CultureInfo.InvariantCulture, $"/\nbefore={i}"), Page(20_000), Now);
            hits += pages.Find(read[i % read.Count]) is null ? 0 : 1;
            Assert.InRange(pages.Bytes, 1, Megabyte);
        }

        Assert.Equal(100_000, hits);
    }

    [Fact]
    public void Without_being_read_again_a_page_goes_in_its_turn()
    {
        var pages = new KeptPages(Megabyte);
        pages.Keep("/once", Page(20_000), Now);
        for (var i = 0; i < 100; i++)
        {
            pages.Keep($"/{i}", Page(20_000), Now);
        }
        Assert.Null(pages.Find("/once"));
        Assert.NotNull(pages.Find("/99"));
    }

    [Fact]
    public void A_page_made_again_takes_the_place_of_the_former()
    {
        var pages = new KeptPages(Megabyte);
        for (var i = 0; i < 1000; i++)
        {
            pages.Keep("/", Page(1000 + i), Now);
        }
        Assert.Equal(1999, pages.Find("/")!.Page.Bytes.Length);
        Assert.InRange(pages.Bytes, 1999, 4000);
    }

    [Fact]
    public void More_regulars_than_there_is_room_for_stay_within_it()
    {
        var pages = new KeptPages(Megabyte);
        for (var i = 0; i < 500; i++)
        {
            pages.Keep($"/{i}", Page(10_000), Now);
            Assert.NotNull(pages.Find($"/{i}"));
            Assert.InRange(pages.Bytes, 1, Megabyte);
        }
        Assert.NotNull(pages.Find("/499"));
        Assert.Null(pages.Find("/0"));
    }

    [Fact]
    public void A_page_that_would_drive_out_many_is_not_kept()
    {
        var pages = new KeptPages(Megabyte);
        pages.Keep("/long", Page((int)Megabyte / 4), Now);
        Assert.Null(pages.Find("/long"));
        Assert.Equal(0, pages.Bytes);
    }

    private static MadePage Page(int bytes) => new(new byte[bytes], "text/html", new EntityTagHeaderValue("\"tag\""), new(0, 1));
}
