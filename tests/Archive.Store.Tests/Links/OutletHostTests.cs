using Archive.Store.History.Auditing;
using Archive.Store.Links;

namespace Archive.Store.Tests.Links;

public sealed class OutletHostTests
{
    [Theory]
    [InlineData("https://www.rfa.org/english/news/pasture", "Radio Free Asia")]
    [InlineData("https://chinese.rfa.org/a", "Radio Free Asia")]
    [InlineData("https://gandhara.rferl.org/a", "Gandhara")]
    [InlineData("https://www.rferl.org/a", "Radio Free Europe/Radio Liberty")]
    [InlineData("https://jewishnews.timesofisrael.com/a", "Jewish News")]
    [InlineData("https://asia.nikkei.com/a", "Nikkei Asia")]
    [InlineData("https://news.bbc.co.uk/a", "BBC")]
    [InlineData("https://plateau.example.org/a", null)]
    [InlineData("https://notrfa.org/a", null)]
    [InlineData("https://org/a", null)]
    public void The_longest_host_of_the_list_names_the_outlet(string url, string? outlet) =>
        Assert.Equal(outlet, OutletHostList.Shipped.Propose(LinkAddress.Read(url).Host));

    [Fact]
    public void The_list_that_comes_with_the_program_is_of_hosts_as_they_are_looked_up()
    {
        Assert.InRange(OutletHostList.Shipped.Count, 80, int.MaxValue);
        Assert.All(OutletHostList.Shipped.Hosts, row => Assert.Equal(row.Host, OutletHostList.HostOf(row.Host)));
    }

    [Theory]
    [InlineData(" https://www.RFA.org/uyghur ", "rfa.org")]
    [InlineData("rfa.org", "rfa.org")]
    [InlineData("bücher.example.org", "xn--bcher-kva.example.org")]
    [InlineData("rfa", null)]
    [InlineData("", null)]
    [InlineData("javascript://x.org/", null)]
    public void What_an_editor_types_becomes_a_host_of_the_list(string typed, string? host) => Assert.Equal(host, OutletHostList.HostOf(typed));

    [Fact]
    public async Task What_editors_say_of_hosts_lies_over_the_list_of_the_program()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using (var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken))
        {
            await OutletHostList.SetAsync(write.Archive, ["rfa.org"], ["plateau.example.org"], "Plateau Courier", TestContext.Current.CancellationToken);
            await write.CommitAsync(AuditEntry.OfCommand("test"));
        }
        await using var context = archive.Context();
        var list = await OutletHostList.ReadAsync(context, TestContext.Current.CancellationToken);

        Assert.Equal(("Plateau Courier", null, "BBC"), (list.Propose("www.plateau.example.org"), list.Propose("www.rfa.org"), list.Propose("bbc.com")));
        Assert.Equal(OutletHostList.Shipped.Count, list.Count);
    }
}
