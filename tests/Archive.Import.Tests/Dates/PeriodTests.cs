using System.Globalization;
using Archive.Import.Dates;

namespace Archive.Import.Tests.Dates;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("Monday – Friday, February 15 – 19, 2021", "2021-02-15", "2021-02-19")]
    [InlineData("Wednesday – Thursday, March 10 – 11, 2021", "2021-03-10", "2021-03-11")]
    [InlineData("Tuesday- Wednesday, January 19 – 20, 2021", "2021-01-19", "2021-01-20")]
    [InlineData("Sat.-Mon., January 9-11, 2021", "2021-01-09", "2021-01-11")]
    [InlineData("Sunday, March 14, 2021", "2021-03-14", "2021-03-14")]
    [InlineData("Sunday 14 March 2021", "2021-03-14", "2021-03-14")]
    [InlineData("14 March 2021", "2021-03-14", "2021-03-14")]
    [InlineData("March 14, 2021", "2021-03-14", "2021-03-14")]
    [InlineData("3–5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3 – 5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3-5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3—5 March, 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3 − 5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3‒5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3‑5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3 -5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3 to 5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3rd to 5th March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("March 3rd – 5th, 2019", "2019-03-03", "2019-03-05")]
    [InlineData("March 3 through 5, 2019", "2019-03-03", "2019-03-05")]
    [InlineData("March 3 - March 5, 2019", "2019-03-03", "2019-03-05")]
    [InlineData("March 3, 2019 – March 5, 2019", "2019-03-03", "2019-03-05")]
    [InlineData("3 March 2019 – 5 March 2019", "2019-03-03", "2019-03-05")]
    [InlineData("February 28 – March 2, 2020", "2020-02-28", "2020-03-02")]
    [InlineData("28 February – 2 March 2020", "2020-02-28", "2020-03-02")]
    [InlineData("Saturday – Sunday, January 30 – January 31, 2021", "2021-01-30", "2021-01-31")]
    [InlineData("Dec. 30, 2020 – Jan. 2, 2021", "2020-12-30", "2021-01-02")]
    [InlineData("December 30, 2020 to January 2, 2021", "2020-12-30", "2021-01-02")]
    [InlineData("30 December 2020 – 2 January 2021", "2020-12-30", "2021-01-02")]
    [InlineData("December 30 – January 2, 2021", "2020-12-30", "2021-01-02")]
    [InlineData("Wednesday, December 30, 2020 – Saturday, January 2, 2021", "2020-12-30", "2021-01-02")]
    [InlineData("Wednesday 30 December 2020 – Saturday 2 January 2021", "2020-12-30", "2021-01-02")]
    [InlineData("MARCH 3 – 5, 2019", "2019-03-03", "2019-03-05")]
    [InlineData("Sept. 29 – Oct. 1, 2019", "2019-09-29", "2019-10-01")]
    [InlineData("03.03.2019 – 05.03.2019", "2019-03-03", "2019-03-05")]
    [InlineData("2019-03-03 – 2019-03-05", "2019-03-03", "2019-03-05")]
    [InlineData("2019-03-03 to 2019-03-05", "2019-03-03", "2019-03-05")]
    [InlineData("February 29 – March 1, 2024", "2024-02-29", "2024-03-01")]
    [InlineData("February 2024", "2024-02-01", "2024-02-29")]
    [InlineData("March 5 – 5, 2019", "2019-03-05", "2019-03-05")]
    public void A_period_is_read_in_every_shape(string text, string first, string last)
    {
        var period = Period.Parse(text);
        Assert.NotNull(period);
        Assert.Equal((first, last), (Iso(period.First), Iso(period.Last)));
        Assert.Null(period.Unclear);
        Assert.Null(period.WeekdayConflict);
    }

    [Theory]
    [InlineData("Saturday – Sunday, January 30 – February 1, 2021", "2021-01-30", "2021-02-01")]
    [InlineData("Monday – Friday, March 3 – 5, 2021", "2021-03-03", "2021-03-05")]
    [InlineData("Tuesday – Friday, March 3 – 5, 2021", "2021-03-03", "2021-03-05")]
    [InlineData("Monday, March 14, 2021", "2021-03-14", "2021-03-14")]
    [InlineData("Tue. 14 March 2021", "2021-03-14", "2021-03-14")]
    [InlineData("Thursday, December 30, 2020 – Saturday, January 2, 2021", "2020-12-30", "2021-01-02")]
    public void A_wrong_weekday_is_reported_and_the_dates_win(string text, string first, string last)
    {
        var period = Period.Parse(text);
        Assert.NotNull(period);
        Assert.Equal((first, last), (Iso(period.First), Iso(period.Last)));
        Assert.NotNull(period.WeekdayConflict);
        Assert.Null(period.Unclear);
    }

    [Theory]
    [InlineData("March 3 – 5")]
    [InlineData("3 – 5 March")]
    [InlineData("Monday – Friday, March 3 – 5")]
    [InlineData("30 February 2021")]
    [InlineData("February 28 – 30, 2021")]
    [InlineData("March 3 – 35, 2021")]
    [InlineData("March 0 – 5, 2021")]
    [InlineData("April 31, 2021")]
    [InlineData("March 9 – 5, 2021")]
    [InlineData("9–5 March 2021")]
    [InlineData("January 3, 2021 – December 30, 2020")]
    [InlineData("5 March 2021 – 3 March 2021")]
    [InlineData("2021-03-05 – 2021-03-03")]
    [InlineData("2021-02-30 – 2021-03-02")]
    [InlineData("05.03.2021 – 03.03.2021")]
    [InlineData("31.02.2021")]
    public void A_period_that_no_calendar_knows_is_unclear(string text)
    {
        var period = Period.Parse(text);
        Assert.NotNull(period);
        Assert.Equal((null, null), (period.First, period.Last));
        Assert.NotNull(period.Unclear);
    }

    [Theory]
    [InlineData("")]
    [InlineData("update")]
    [InlineData("left 6")]
    [InlineData("ANI")]
    [InlineData("SMHRIC")]
    [InlineData("and 14 MPs")]
    [InlineData("Part 2")]
    [InlineData("10 photos")]
    [InlineData("Sweden branch")]
    [InlineData("9 – 5")]
    [InlineData("3-5")]
    [InlineData("No. 106–286")]
    [InlineData("the march of 3 – 5 thousand people")]
    [InlineData("with a report from March 3, 2021 to the present day")]
    [InlineData("non-Han peoples")]
    [InlineData("may 5 – 7 people")]
    public void What_is_no_period_is_not_taken_for_one(string text) => Assert.Null(Period.Parse(text));

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
