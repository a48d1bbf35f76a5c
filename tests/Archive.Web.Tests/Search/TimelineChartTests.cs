using Archive.Store.Search;
using Archive.Web.Pages.Searching;

namespace Archive.Web.Tests.Search;

[Trait("Store", "Any")]
public sealed class TimelineChartTests
{
    private static readonly DateOnly First = new(2021, 1, 30);

    [Fact]
    public void Days_that_nothing_covers_are_a_gap_and_days_without_a_match_are_not()
    {
        var chart = Days(3, 0, null, null, 1);

        Assert.Equal((40.0, 40.0), (Assert.Single(chart.Gaps).X, chart.Gaps[0].Width));
        Assert.Equal(["3 headlines", "0 headlines", "not covered", "not covered", "1 headline"], chart.Bars.Select(bar => bar.Words));
    }

    [Fact]
    public void A_bar_leads_to_its_own_days_and_an_empty_one_nowhere()
    {
        var chart = Days(3, 0, null);

        Assert.Equal(["2021-01-30..2021-01-30", null, null], chart.Bars.Select(bar => bar.Href));
    }

    [Fact]
    public void The_highest_bar_fills_the_height_and_the_lowest_is_still_seen()
    {
        var chart = Days(10_000, 5_000, 1);

        Assert.Equal([TimelineChart.Height, TimelineChart.Height / 2, 2], chart.Bars.Select(bar => (int)bar.Height));
        Assert.All(chart.Bars, bar => Assert.Equal(TimelineChart.Height, bar.Y + bar.Height));
    }

    [Fact]
    public void Labels_say_where_a_month_or_a_year_begins_and_keep_apart()
    {
        Timeline months = new(TimelineStep.Month, [.. Enumerable.Range(0, 80).Select(n => new DateOnly(2014, 11, 1).AddMonths(n)).Select(month => new TimelineBar(month, month.AddMonths(1).AddDays(-1), 1, true))]);

        var chart = TimelineChart.Of(months, (_, _) => "");

        Assert.Equal("Nov 2014", chart.Labels[0].Text);
        Assert.All(chart.Labels.Skip(1), label => Assert.Matches("^20[0-9]{2}$", label.Text));
        Assert.All(chart.Labels.Zip(chart.Labels.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X > 10, $"{pair.First} touches {pair.Second}"));
        Assert.Equal(["30 Jan 2021", "Feb 2021"], Days(1, 1, 1, 1, 1).Labels.Select(label => label.Text));
    }

    [Theory]
    [InlineData("2021-01-01", "2021-12-31", "2021")]
    [InlineData("2021-02-01", "2021-02-28", "February 2021")]
    [InlineData("2021-01-25", "2021-01-31", "25–31 January 2021")]
    [InlineData("2021-01-28", "2021-01-28", "28 January 2021")]
    [InlineData("2020-12-01", "2021-12-31", "1 December 2020 – 31 December 2021")]
    [InlineData("9999-12-01", "9999-12-31", "December 9999")]
    public void Days_are_said_as_shortly_as_they_can_be(string first, string last, string words) =>
        Assert.Equal(words, TimelineChart.DaysOf(DateOnly.Parse(first, null), DateOnly.Parse(last, null)));

    // From the 30th of January on; null where nothing covers the day.
    private static TimelineChart Days(params int?[] counts) => TimelineChart.Of(
        new(TimelineStep.Day, [.. counts.Select((count, n) => new TimelineBar(First.AddDays(n), First.AddDays(n), count ?? 0, count is not null))]),
        (first, last) => $"{first:yyyy-MM-dd}..{last:yyyy-MM-dd}");
}
