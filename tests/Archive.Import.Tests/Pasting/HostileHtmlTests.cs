using AngleSharp.Html.Parser;
using Archive.Import.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace Archive.Import.Tests.Pasting;

/// <summary>HTML that was made to pass a sanitiser: what comes out is text and allowed links, and stays what it is when it is read again.</summary>
public sealed class HostileHtmlTests
{
    [Fact]
    public void Html_made_to_deceive_comes_out_as_text_and_stays_so() => Assert.All(HostileHtml.Vectors, IsTextAndStays);

    [Fact]
    public void Html_made_of_any_such_pieces_comes_out_as_text_and_stays_so() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(
            Gen.Elements(HostileHtml.Vectors.SelectMany(vector => new[] { vector, vector[..(vector.Length / 2)], vector[(vector.Length / 2)..] }).ToArray()).ListOf().Resize(12).ToArbitrary(),
            pieces => { IsTextAndStays(string.Concat(pieces)); return true; }));

    [Fact]
    public void A_page_of_any_depth_is_read()
    {
        var (text, _) = PastedHtml.LinesOf(string.Concat(Enumerable.Repeat("<div><a href=https://example.org/>", 20_000)) + "deep");
        Assert.Equal("[deep](https://example.org/)\n", text);
    }

    [Fact]
    public void A_link_that_is_refused_is_said_to_be()
    {
        var list = PastedSampleTests.Read("<p><a href=\"https://example.org/a\">Kept</a></p><p><a href=\"javascript:alert(1)\">Refused</a></p>");
        Assert.Equal(["https://example.org/a", null], list.Headlines.Select(headline => headline.Link?.Url));
        Assert.Contains("'javascript'", list.Lines[1].Doubt, StringComparison.Ordinal);
    }

    private static void IsTextAndStays(string html)
    {
        var (text, _) = PastedHtml.TextOf(html);
        // A browser that took it for HTML would find no element in it.
        Assert.Empty(new HtmlParser().ParseDocument("<!doctype html><body>" + text).Body!.Children);
        Assert.Equal(text, PastedHtml.LinesOf(text).Text);
        var list = PastedSampleTests.Read(html);
        Assert.All(list.Headlines.Select(headline => headline.Link).OfType<Store.Links.LinkAddress>(), link =>
            Assert.True(link.Url!.StartsWith("mailto:", StringComparison.Ordinal) || new Uri(link.Url).Scheme is "http" or "https", link.Url));
        Assert.DoesNotContain("alert(1)", string.Concat(list.Headlines.Select(headline => headline.Link?.Url)), StringComparison.Ordinal);
    }
}
