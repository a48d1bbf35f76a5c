using Archive.Store;
using Archive.Web.Pages.Posts;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Tests.Reading;

[Trait("Store", "Any")]
public sealed class PrintedTests
{
    [Theory]
    [InlineData("2021-01-27", "2021-01-29", DatePrecision.Day, "27–29 January 2021", "Wednesday to Friday")]
    [InlineData("2021-01-30", "2021-02-01", DatePrecision.Day, "30 January – 1 February 2021", "Saturday to Monday")]
    [InlineData("2020-12-29", "2021-01-02", DatePrecision.Day, "29 December 2020 – 2 January 2021", "Tuesday to Saturday")]
    [InlineData("2021-01-29", "2021-01-29", DatePrecision.Day, "29 January 2021", "Friday")]
    [InlineData("2020-12-01", "2020-12-31", DatePrecision.Month, "December 2020", null)]
    [InlineData("2020-01-01", "2020-12-31", DatePrecision.Year, "2020", null)]
    [InlineData("0001-01-01", "9999-12-31", DatePrecision.Day, "1 January 0001 – 31 December 9999", "Monday to Friday")]
    [InlineData(null, null, null, "no date printed", null)]
    public void A_period_is_said_as_shortly_as_it_can_be(string? first, string? last, DatePrecision? precision, string words, string? weekdays)
    {
        var period = new Period(first is null ? null : DateOnly.Parse(first), last is null ? null : DateOnly.Parse(last), precision);

        Assert.Equal(words, period.ToString());
        Assert.Equal(weekdays, period.Weekdays);
    }

    [Theory]
    [InlineData("ئۇيغۇر", "ug")]
    [InlineData("ئۇيغۇر ئېلىدىكى ۋەزىيەت", "ug")]
    [InlineData("سلام دنیا", null)]
    [InlineData("کوردستان ئازادە", null)]
    [InlineData("བོད་ལྗོངས་", "bo")]
    [InlineData("ᠮᠣᠩᠭᠣᠯ", "mn")]
    [InlineData("维吾尔人权法案", "zh")]
    [InlineData("ウイグル人権法案", "ja")]
    [InlineData("위구르", "ko")]
    [InlineData("Xinjiang (新疆) in the news", null)]
    [InlineData("Уйгуры", null)]
    [InlineData("2021 …", null)]
    public void A_language_is_named_only_where_the_script_decides_it(string text, string? language) =>
        Assert.Equal(language, ScriptLanguage.Of(text));

    [Theory]
    [InlineData("https://www.bbc.co.uk/news/1", "bbc.co.uk")]
    [InlineData("https://bbc.co.uk@evil.example/news", "evil.example")]
    [InlineData("https://раураl.example/", "xn--l-7sba6dbr.example")]
    [InlineData("mailto:a@b.example", "e-mail")]
    public void The_host_beside_a_link_is_the_one_the_network_knows(string address, string host) =>
        Assert.Equal(host, OutwardLink.To(address)!.Host);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("intent://x#Intent;end")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example/x")]
    [InlineData("/2021")]
    [InlineData("www.rfa.org/x")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_but_a_web_or_mail_address_is_no_link(string? address) =>
        Assert.Null(OutwardLink.To(address));

    [Fact]
    public void Evidence_spells_out_what_turns_or_hides_text() =>
        Assert.Equal("a[U+202E]b[U+200B]c[U+FEFF] می\u200cخواهم", Visible.Of("a\u202Eb\u200Bc\uFEFF می\u200cخواهم"));
}
