namespace Archive.Web.Tests.Search;

/// <summary>Every number beside a choice is the number of headlines behind it: walked, not believed.</summary>
public sealed class FacetTests(ManyHeadlines site) : IClassFixture<ManyHeadlines>
{
    // Choices taken one after the other.
    private const int Depth = 2;

    private readonly HashSet<string> walked = [];

    [Theory]
    [InlineData("/search.json")]
    [InlineData("/search.json?q=uyghur")]
    [InlineData("/search.json?q=genocide&from=2020-06")]
    [InlineData("/search.json?q=%E6%96%B0%E7%96%86")]
    [InlineData("/search.json?q=labour&exact=1")]
    [InlineData("/search.json?q=uyghur+or+tibet&sort=best")]
    public async Task A_choice_has_as_many_headlines_behind_it_as_it_says(string address)
    {
        using var client = site.CreateClient();

        await WalkAsync(new(client), address, Depth);

        Assert.True(walked.Count > 5, $"{address} offered no choices");
    }

    private async Task WalkAsync(FoundByMachines machine, string address, int depth)
    {
        var page = await machine.ReadAsync(address);
        foreach (var choice in FoundByMachines.ChoicesOf(page))
        {
            Assert.True(choice.Count > 0, $"{choice} on {address}");
            if (choice.IsChosen)
            {
                Assert.Equal(choice.Count, FoundByMachines.TotalOf(page));
                continue;
            }
            if (!walked.Add(choice.Url))
            {
                continue;
            }
            var behind = await machine.AllAsync(choice.Url);
            Assert.True(choice.Count == behind.Count && behind.Distinct().Count() == behind.Count, $"{choice} on {address} leads to {behind.Count}");
            if (depth > 1)
            {
                await WalkAsync(machine, choice.Url, depth - 1);
            }
        }
    }
}
