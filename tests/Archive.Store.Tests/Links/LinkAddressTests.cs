using Archive.Store.Links;

namespace Archive.Store.Tests.Links;

public sealed class LinkAddressTests
{
    [Theory]
    [InlineData("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7%26utm_source%3Dx&data=05", "https://example.org/a?id=7")]
    [InlineData("https://www.google.com/url?sa=t&url=https://example.org/a&usg=x", "https://example.org/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=x", "https://example.org/a")]
    [InlineData("https://urldefense.com/v3/__https://example.org/a__;!!abc$", "https://example.org/a")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fexample.org%252Fa", "https://example.org/a")]
    [InlineData("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)")]
    [InlineData("https://www.google.com/search?q=https://example.org/a", "https://www.google.com/search?q=https://example.org/a")]
    [InlineData("https://example.org/url?q=https://example.com/a", "https://example.org/url?q=https://example.com/a")]
    public void A_detour_that_holds_the_address_is_taken_off(string given, string meant)
    {
        var link = LinkAddress.Read(given);
        Assert.Equal((meant, LinkAddress.Read(meant).Key, given), (link.Url, link.Key, link.Raw));
    }

    [Theory]
    [InlineData("https://www.rfa.org/english/news/pasture?utm_source=tw&id=3&fbclid=x", "https://www.rfa.org/english/news/pasture?id=3", "utm_source fbclid")]
    [InlineData("https://www.bbc.co.uk/news/1?at_medium=RSS&at_campaign=KARANGA#comments", "https://www.bbc.co.uk/news/1#comments", "at_medium at_campaign")]
    [InlineData("https://example.org/a?UTM_Source=x&b", "https://example.org/a?b", "UTM_Source")]
    [InlineData("https://twitter.com/desk/status/1?s=20&t=abc", "https://twitter.com/desk/status/1", "s t")]
    [InlineData("https://example.org/search?s=20&t=abc", "https://example.org/search?s=20&t=abc", "")]
    [InlineData("https://example.org/?igshid=1#:~:text=pasture", "https://example.org/", "igshid")]
    public void What_only_tracks_is_taken_off_what_is_linked_and_named(string printed, string url, string dropped)
    {
        var link = LinkAddress.Read(printed);
        Assert.Equal(url, link.Url);
        Assert.Equal(dropped, string.Join(' ', link.Dropped));
        Assert.Equal(printed, link.Raw);
    }

    [Theory]
    [InlineData("https://example.org/A/b_(c)?x=%20Y&z=ü#part")]
    [InlineData("http://example.org:8080/новости")]
    [InlineData("mailto:desk@example.org?subject=List")]
    public void What_needs_nothing_taken_off_stays_letter_for_letter(string printed) => Assert.Equal(printed, LinkAddress.Read(printed).Url);

    [Theory]
    [InlineData("javascript:alert(1)", LinkRefusal.Scheme)]
    [InlineData(" JavaScript:alert(1)", LinkRefusal.Scheme)]
    [InlineData("java\tscript:alert(1)", LinkRefusal.Scheme)]
    [InlineData("\u0001javascript:alert(1)", LinkRefusal.Scheme)]
    [InlineData("java\nscript://example.org/%0aalert(1)", LinkRefusal.Scheme)]
    [InlineData("data:text/html,<script>alert(1)</script>", LinkRefusal.Scheme)]
    [InlineData("vbscript:msgbox(1)", LinkRefusal.Scheme)]
    [InlineData("intent://scan/#Intent;scheme=zxing;end", LinkRefusal.Scheme)]
    [InlineData("file:///etc/passwd", LinkRefusal.Scheme)]
    [InlineData("ftp://example.org/a", LinkRefusal.Scheme)]
    [InlineData("blob:https://example.org/a", LinkRefusal.Scheme)]
    [InlineData("view-source:https://example.org/", LinkRefusal.Scheme)]
    [InlineData("https://bbc.co.uk@example.org/news", LinkRefusal.UserName)]
    [InlineData("https://bbc.co.uk:news@example.org/", LinkRefusal.UserName)]
    [InlineData("https://@example.org/", LinkRefusal.UserName)]
    [InlineData("https://example.org\\@example.net/", LinkRefusal.NoHost)]
    [InlineData("https:example.org/news", LinkRefusal.NoHost)]
    [InlineData("https:///news", LinkRefusal.NoHost)]
    [InlineData("https://localhost/news", LinkRefusal.NoHost)]
    [InlineData("https://example..org/", LinkRefusal.NoHost)]
    [InlineData("https://exa mple.org/", LinkRefusal.NoHost)]
    [InlineData("mailto:nobody", LinkRefusal.NoHost)]
    [InlineData("//example.org/news", LinkRefusal.NotAbsolute)]
    [InlineData("/news", LinkRefusal.NotAbsolute)]
    [InlineData("#top", LinkRefusal.NotAbsolute)]
    [InlineData("&#106;avascript:alert(1)", LinkRefusal.NotAbsolute)]
    [InlineData("", LinkRefusal.NotAbsolute)]
    public void What_is_refused_says_why_and_links_nothing(string printed, LinkRefusal why)
    {
        var link = LinkAddress.Read(printed);
        Assert.Equal((why, null, null), (link.Refusal, link.Url, link.Key));
        Assert.NotEmpty(link.Reason!);
    }

    [Fact]
    public void An_address_that_nobody_reads_is_too_long()
    {
        Assert.Equal(LinkRefusal.TooLong, LinkAddress.Read("https://example.org/" + new string('a', 10_000)).Refusal);
        Assert.NotNull(LinkAddress.Read("https://example.org/" + new string('a', 3_900)).Url);
    }

    [Theory]
    [InlineData("https://www.аррӏе.com/login", "https://www.xn--80ak6aa92e.com/login", "www.xn--80ak6aa92e.com")]
    [InlineData("https://BÜCHER.example.org/", "https://xn--bcher-kva.example.org/", "xn--bcher-kva.example.org")]
    [InlineData("https://Example.ORG/News", "https://Example.ORG/News", "example.org")]
    [InlineData("https://example.org/a b\"<c>", "https://example.org/a%20b%22%3Cc%3E", "example.org")]
    public void The_host_is_shown_in_letters_that_pass_for_no_others(string printed, string url, string host)
    {
        var link = LinkAddress.Read(printed);
        Assert.Equal((url, host), (link.Url, link.Host));
    }

    [Theory]
    [InlineData("https://www.rfa.org/english/news/pasture", "http://rfa.org:80/english/news/pasture/")]
    [InlineData("https://rfa.org/english/news/pasture", "https://RFA.org/english/news/pasture?utm_medium=x#comments")]
    [InlineData("https://example.org/a?x=1&y=2", "https://example.org/a?y=2&fbclid=q&x=1")]
    [InlineData("https://example.org/a", "https://m.example.org/a")]
    [InlineData("https://example.org/a", "https://mobile.example.org/a?amp=1")]
    [InlineData("https://example.org/news/a", "https://amp.example.org/amp/news/a")]
    [InlineData("https://example.org/news/a", "https://example.org/news/a/amp/")]
    [InlineData("https://www.example.org/news/a", "https://www.google.com/amp/s/www.example.org/news/a")]
    [InlineData("https://www.example.org/news/a", "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/a")]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("https://bücher.example.org/a", "https://xn--bcher-kva.example.org/a")]
    [InlineData("mailto:Desk@Example.org", "mailto:desk@example.org")]
    public void Two_addresses_of_one_page_have_one_key(string one, string other) => Assert.Equal(LinkAddress.KeyOf(one), LinkAddress.KeyOf(other));

    [Theory]
    [InlineData("https://example.org/a", "https://example.org/A")]
    [InlineData("https://example.org/a", "https://example.org/b")]
    [InlineData("https://example.org/a?id=1", "https://example.org/a?id=2")]
    [InlineData("https://example.org/a?id=1", "https://example.org/a")]
    [InlineData("https://example.org/a", "https://example.org:8443/a")]
    [InlineData("https://chinese.rfa.org/a", "https://rfa.org/a")]
    [InlineData("https://example.org/#/news/1", "https://example.org/#/news/2")]
    [InlineData("https://example.org/amp", "https://example.org/ampere")]
    [InlineData("https://m.org/a", "https://org/a")]
    public void Two_pages_have_two_keys(string one, string other) => Assert.NotEqual(LinkAddress.KeyOf(one), LinkAddress.KeyOf(other));

    [Fact]
    public void A_key_is_the_same_on_every_machine() => Assert.Equal("m4hg82yarw9y8vkdmey0nqdh72", LinkAddress.KeyOf("https://www.example.org/news?b=2&a=1"));

    [Theory]
    [InlineData("https://a.example.org/x y?utm_x=1&ü=<")]
    [InlineData("https://www.аррӏе.com/%zz")]
    [InlineData("http://1.2.3.4/\\..//a?&&fbclid=")]
    public void Reading_what_is_linked_changes_nothing_more(string printed)
    {
        var once = LinkAddress.Read(printed);
        Assert.Equal((once.Url, once.Key), (LinkAddress.Read(once.Url!).Url, LinkAddress.Read(once.Url!).Key));
    }

    [Fact]
    public void Every_parameter_of_the_list_stands_there_once_and_with_its_reason()
    {
        Assert.All(TrackingParameters.All, entry => Assert.True(entry.Name.Length > 0 && entry.Reason.Length > 5, entry.ToString()));
        Assert.Equal(TrackingParameters.All.Count, TrackingParameters.All.DistinctBy(entry => (entry.Name.ToLowerInvariant(), entry.IsBeginning, entry.Host)).Count());
        Assert.All("id p page q v lang story article".Split(' '), name => Assert.False(TrackingParameters.Has(name, "example.org"), name));
    }
}
