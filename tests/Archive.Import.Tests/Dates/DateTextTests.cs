using System.Globalization;
using Archive.Import.Dates;
using Archive.Store;

namespace Archive.Import.Tests.Dates;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("24 September 2020", "2020-09-24")]
    [InlineData("September 24, 2020", "2020-09-24")]
    [InlineData("September 24 2020", "2020-09-24")]
    [InlineData("24 September, 2020", "2020-09-24")]
    [InlineData("24 Sept. 2020", "2020-09-24")]
    [InlineData("24 Sept 2020", "2020-09-24")]
    [InlineData("24 Sep 2020", "2020-09-24")]
    [InlineData("Sep. 24, 2020", "2020-09-24")]
    [InlineData("Sept. 24, 2020", "2020-09-24")]
    [InlineData("SEPTEMBER 24, 2020", "2020-09-24")]
    [InlineData("september 24, 2020", "2020-09-24")]
    [InlineData("September 24th, 2020", "2020-09-24")]
    [InlineData("24th September 2020", "2020-09-24")]
    [InlineData("24th of September 2020", "2020-09-24")]
    [InlineData("24th September, 2020", "2020-09-24")]
    [InlineData("1st May 2020", "2020-05-01")]
    [InlineData("May 2nd, 2020", "2020-05-02")]
    [InlineData("3rd June 2020", "2020-06-03")]
    [InlineData("Thursday, 24 September 2020", "2020-09-24")]
    [InlineData("Thursday 24 September 2020", "2020-09-24")]
    [InlineData("Thursday, September 24, 2020", "2020-09-24")]
    [InlineData("Thu, 24 Sep 2020", "2020-09-24")]
    [InlineData("Thurs. 24 September 2020", "2020-09-24")]
    [InlineData("Monday, 24 September 2020", "2020-09-24")]
    [InlineData("2020-09-24", "2020-09-24")]
    [InlineData("2020/09/24", "2020-09-24")]
    [InlineData("24.09.2020", "2020-09-24")]
    [InlineData("24.9.2020", "2020-09-24")]
    [InlineData("03.02.2021", "2021-02-03")]
    [InlineData("01 January 2021", "2021-01-01")]
    [InlineData("31 December 2020", "2020-12-31")]
    [InlineData("Dec. 3, 2020", "2020-12-03")]
    [InlineData("Jan. 2, 2021", "2021-01-02")]
    [InlineData("Feb. 29, 2024", "2024-02-29")]
    [InlineData("29 February 2000", "2000-02-29")]
    [InlineData("Mar. 3, 2020", "2020-03-03")]
    [InlineData("Apr 4, 2020", "2020-04-04")]
    [InlineData("5 Aug. 2020", "2020-08-05")]
    [InlineData("Oct. 6, 2020", "2020-10-06")]
    [InlineData("7 Nov 2020", "2020-11-07")]
    [InlineData("Jul. 8, 2020", "2020-07-08")]
    [InlineData("Jun 9, 2020", "2020-06-09")]
    public void A_day_is_read_in_every_shape(string text, string day)
    {
        var date = Assert.NotNull(DateText.Parse(text));
        Assert.Equal((Day(day), Day(day), DatePrecision.Day), (date.First, date.Last, date.Precision));
    }

    [Theory]
    [InlineData("December 2020", "2020-12-01", "2020-12-31")]
    [InlineData("Sept. 2020", "2020-09-01", "2020-09-30")]
    [InlineData("February 2024", "2024-02-01", "2024-02-29")]
    [InlineData("Feb 2023", "2023-02-01", "2023-02-28")]
    [InlineData("MAY 2021", "2021-05-01", "2021-05-31")]
    [InlineData("April, 2021", "2021-04-01", "2021-04-30")]
    public void A_month_alone_spans_its_days(string text, string first, string last)
    {
        var date = Assert.NotNull(DateText.Parse(text));
        Assert.Equal((Day(first), Day(last), DatePrecision.Month), (date.First, date.Last, date.Precision));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("30 February 2021")]
    [InlineData("29 February 2021")]
    [InlineData("February 29, 1900")]
    [InlineData("31 April 2021")]
    [InlineData("June 31, 2021")]
    [InlineData("0 March 2021")]
    [InlineData("00 March 2021")]
    [InlineData("32 January 2021")]
    [InlineData("January 99, 2021")]
    [InlineData("32.01.2021")]
    [InlineData("01.13.2021")]
    [InlineData("2021-13-01")]
    [InlineData("2021-02-30")]
    [InlineData("2021-00-10")]
    [InlineData("2021/04/31")]
    [InlineData("March 3")]
    [InlineData("3 March")]
    [InlineData("Monday")]
    [InlineData("Monday, March 3")]
    [InlineData("March")]
    [InlineData("Marchy 3, 2021")]
    [InlineData("Smarch 13, 2021")]
    [InlineData("Mayday 2021")]
    [InlineData("3 March 20215")]
    [InlineData("3 March 202")]
    [InlineData("333 March 2021")]
    [InlineData("3rd 3 March 2021")]
    [InlineData("3 March March 2021")]
    [InlineData("3 March 2021 4 March 2021")]
    [InlineData("on 3 March 2021 the court sat")]
    [InlineData("The 3 March 2021 protests")]
    [InlineData("106–286")]
    [InlineData("001-718-786-9236")]
    [InlineData("5,530")]
    [InlineData("1.29 million")]
    [InlineData("12:30")]
    [InlineData("10.0.0.1")]
    [InlineData("Version 3.2.2021.4")]
    [InlineData("Article 5, 2021")]
    [InlineData("COVID-19, 2020")]
    [InlineData("24/7")]
    [InlineData("May they, 2021")]
    [InlineData("March on, 2021")]
    [InlineData("-3 March 2021")]
    [InlineData("٣ مارس ٢٠٢١")]
    public void What_is_no_date_is_refused(string text) => Assert.Null(DateText.Parse(text));

    [Fact]
    public void Every_day_of_a_leap_year_comes_back_in_four_shapes()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
            foreach (var shape in new[] { "d MMMM yyyy", "MMMM d, yyyy", "dd.MM.yyyy", "yyyy-MM-dd" })
                Assert.Equal(day, DateText.Parse(day.ToString(shape, CultureInfo.InvariantCulture))?.First);
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
