using Archive.Store;
using Archive.Store.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace Archive.Web.Tests.Search;

/// <summary>A search has one address, and the address says all of it.</summary>
[Trait("Store", "Any")]
public sealed class SearchAddressTests
{
    public static TheoryData<string, SearchRequest> Addresses { get; } = new()
    {
        { "/search", new() },
        { "/search?q=uyghur%20congress", new() { Query = "uyghur congress" } },
        { "/search?from=2021&to=2021", new() { From = new(2021, 1, 1), To = new(2021, 12, 31) } },
        { "/search?from=2021-02&to=2021-02", new() { From = new(2021, 2, 1), To = new(2021, 2, 28) } },
        { "/search?from=2020-02-29&to=2021-01-30", new() { From = new(2020, 2, 29), To = new(2021, 1, 30) } },
        { "/search?to=2020-02", new() { To = new(2020, 2, 29) } },
        { "/search?q=a%26b%3Dc%23d%2Be%25&form=%C3%9Cr%C3%BCmqi", new() { Query = "a&b=c#d+e%", Form = "Ürümqi" } },
        {
            "/search?q=x&from=2021&kind=press-release&outlet=bbc&category=human-dignity&topic=uyghur&link=lost&sort=best&after=2021-01-29~abc",
            new()
            {
                Query = "x", From = new(2021, 1, 1), Kind = PostKind.PressRelease, Outlet = "bbc", Category = "human-dignity", Topic = "uyghur", Link = SearchState.Lost,
                Order = SearchOrder.Best, After = "2021-01-29~abc",
            }
        },
        { "/search?q=x&exact=1&before=y", new() { Query = "x", Exact = true, Before = "y" } },
        { "/search?q=x&without=Uygur%7C%E7%BB%B4%E5%90%BE%E5%B0%94", new() { Query = "x", Without = ["Uygur", "维吾尔"] } },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_search_is_spelled_in_one_order_without_what_was_not_chosen(string address, SearchRequest request)
    {
        Assert.Equal(address, Permalink.Search(request));
        Assert.Equal("/search.json" + address["/search".Length..], Permalink.SearchFeed(request));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void An_address_is_read_as_the_search_that_it_spells(string address, SearchRequest request)
    {
        List<string> notes = [];
        var read = Read(address, notes);

        Assert.Empty(notes);
        Assert.Equal(request with { Without = [] }, read with { Without = [] });
        Assert.Equal(request.Without, read.Without);
    }

    [Theory]
    [InlineData("?from=yesterday", "“yesterday” is no date (2021, 2021-01 or 2021-01-28); searched for the rest.")]
    [InlineData("?to=2021-02-30", "“2021-02-30” is no date")]
    [InlineData("?from=0000", "“0000” is no date")]
    [InlineData("?from=20211", "“20211” is no date")]
    [InlineData("?kind=novel", "“novel” is no kind of post")]
    [InlineData("?link=empty", "“empty” is no state of a link")]
    [InlineData("?sort=worst", "“worst” is no order (newest or best)")]
    [InlineData("?exact=maybe", "“maybe” is no answer to “exact” (1 or 0)")]
    [InlineData("?from=2022&to=2021", "The search begins after it ends")]
    public void What_cannot_be_read_is_said_and_the_rest_is_searched(string query, string note)
    {
        List<string> notes = [];
        var read = Read("/search" + query + "&q=x", notes);

        Assert.Equal("x", read.Query);
        Assert.StartsWith(note, Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_a_form_that_were_left_blank_choose_nothing()
    {
        List<string> notes = [];
        var read = Read("/search?q=x&from=&to=&kind=&outlet=+&category=&topic=&link=&form=&exact=&without=&sort=&after=&before=", notes);

        Assert.Empty(notes);
        Assert.Equal("/search?q=x", Permalink.Search(read));
        Assert.False(read.HasFilters);
    }

    private static SearchRequest Read(string address, List<string> notes)
    {
        var query = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return new SearchParameters
        {
            Q = Of("q"), From = Of("from"), To = Of("to"), Kind = Of("kind"), Outlet = Of("outlet"), Category = Of("category"), Topic = Of("topic"), Link = Of("link"),
            Form = Of("form"), Exact = Of("exact"), Without = Of("without"), Sort = Of("sort"), After = Of("after"), Before = Of("before"),
        }.Read(notes);
    }
}
