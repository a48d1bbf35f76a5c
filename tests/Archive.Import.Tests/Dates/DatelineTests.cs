using Archive.Store;

namespace Archive.Import.Tests.Dates;

/// <summary>Datelines and outlet lines where they stand: below the title of a post.</summary>
public sealed class DatelineTests
{
    private const string Body = "The groups have asked five banks to withdraw their loans for the dam. They say that the survey on which the loans "
        + "rest was made in a single week, in a season when most of the families are away with their herds.";

    [Theory]
    [InlineData("NEW YORK, Dec. 3, 2020 — {0}", "2020-12-03", "New York")]
    [InlineData("New York, December 3, 2020 – {0}", "2020-12-03", "New York")]
    [InlineData("NEW YORK, December 3, 2020 - {0}", "2020-12-03", "New York")]
    [InlineData("GENEVA (3 December 2020) — {0}", "2020-12-03", "Geneva")]
    [InlineData("(London, March 10, 2021) – {0}", "2021-03-10", "London")]
    [InlineData("(Vienna) March 10, 2021 — {0}", "2021-03-10", "Vienna")]
    [InlineData("Dharamsala, 10 March 2021: {0}", "2021-03-10", "Dharamsala")]
    [InlineData("December 3, 2020\nNew York\n{0}", "2020-12-03", "New York")]
    [InlineData("December 3, 2020\n\nNew York\n\n{0}", "2020-12-03", "New York")]
    [InlineData("3 December 2020\nUlaanbaatar, Mongolia\n\n{0}", "2020-12-03", "Ulaanbaatar, Mongolia")]
    [InlineData("New York\nDecember 3, 2020\n\n{0}", "2020-12-03", "New York")]
    [InlineData("London, 3 June 2021\n\n{0}", "2021-06-03", "London")]
    [InlineData("3 June 2021, London\n\n{0}", "2021-06-03", "London")]
    [InlineData("London – Thursday, 3 June 2021\n\n{0}", "2021-06-03", "London")]
    [InlineData("Washington, D.C., March 10, 2021\n\n{0}", "2021-03-10", "Washington, D.C.")]
    [InlineData("March 10, 2021\n\n{0}", "2021-03-10", null)]
    [InlineData("10th March, 2021\n\n{0}", "2021-03-10", null)]
    [InlineData("10.03.2021\n\n{0}", "2021-03-10", null)]
    [InlineData("Date: 10 March 2021\n\n{0}", "2021-03-10", null)]
    [InlineData("For immediate release: March 10, 2021\n\n{0}", "2021-03-10", null)]
    public void A_release_is_dated_and_placed_by_its_dateline(string dateline, string day, string? place)
    {
        var post = Assert.Single(Page("PRESS RELEASE: Valley groups ask banks to leave the dam", dateline));
        Assert.Equal(PostKind.PressRelease, post.Kind);
        Assert.Equal(day, post.DateEnd?.ToString("yyyy-MM-dd"));
        Assert.Equal(place, post.Place, ignoreCase: true);
        Assert.Contains(post.Passages, passage => passage.Text.Contains("five banks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BBC, 13 January 2021", "BBC", "2021-01-13")]
    [InlineData("Wall Street Journal, 31 December 2020", "Wall Street Journal", "2020-12-31")]
    [InlineData("Valley Watch, 03.02.2021", "Valley Watch", "2021-02-03")]
    [InlineData("Reuters, Jan. 13, 2021", "Reuters", "2021-01-13")]
    [InlineData("The Guardian, 13th January 2021", "The Guardian", "2021-01-13")]
    [InlineData("Radio Free Asia, January 13th, 2021", "Radio Free Asia", "2021-01-13")]
    [InlineData("Bitter Winter, 2021-01-13", "Bitter Winter", "2021-01-13")]
    [InlineData("Radio Free Asia, Wednesday, 13 January 2021", "Radio Free Asia", "2021-01-13")]
    [InlineData("dpa, 13.1.2021", "dpa", "2021-01-13")]
    [InlineData("BBC News – 13 January 2021", "BBC News", "2021-01-13")]
    [InlineData("Plateau Weekly | 13 January 2021", "Plateau Weekly", "2021-01-13")]
    [InlineData("Nikkei Asia, 1 Sept. 2021", "Nikkei Asia", "2021-09-01")]
    public void An_excerpt_is_dated_by_its_outlet_line(string line, string outlet, string day)
    {
        var post = Assert.Single(Page("Valley groups ask banks to leave the dam", line + "\n\n{0}\n\nRead More →"));
        Assert.Equal((outlet, day), (post.Outlet, post.DateEnd?.ToString("yyyy-MM-dd")));
        Assert.Null(post.Place);
    }

    [Theory]
    [InlineData("Friday, 30 February 2021\n\n{0}")]
    [InlineData("The report of 3 March 2021 was never answered by any of the five banks, and the groups say so again.\n\n{0}")]
    [InlineData("March 3\n\n{0}")]
    [InlineData("{0} The next hearing is on 3 March 2021.")]
    [InlineData("{0}\n\nThe groups met on 3 March 2021.")]
    public void A_release_without_a_dateline_has_no_date(string text)
    {
        var post = Assert.Single(Page("PRESS RELEASE: Valley groups ask banks to leave the dam", text));
        Assert.Equal((null, null), (post.DateStart, post.DateEnd));
    }

    private static IReadOnlyList<ParsedPost> Page(string title, string text) =>
        LineAccounting.Parse($"{title}\n\n{text.Replace("{0}", Body, StringComparison.Ordinal)}\n").Posts;
}
