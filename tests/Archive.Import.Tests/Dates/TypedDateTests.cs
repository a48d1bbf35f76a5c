using Archive.Import.Dates;

namespace Archive.Import.Tests.Dates;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("2021-01-27", "2021-01-27", "Day")]
    [InlineData(" 27 January 2021 ", "2021-01-27", "Day")]
    [InlineData("Wednesday, January 27, 2021", "2021-01-27", "Day")]
    [InlineData("27.01.2021", "2021-01-27", "Day")]
    [InlineData("2021-01-27 to 2021-01-29", "2021-01-27 to 2021-01-29", "Day")]
    [InlineData("2021-01-27 – 2021-01-29", "2021-01-27 to 2021-01-29", "Day")]
    [InlineData("27 – 29 January 2021", "2021-01-27 to 2021-01-29", "Day")]
    [InlineData("2020-12", "2020-12", "Month")]
    [InlineData("December 2020", "2020-12", "Month")]
    [InlineData("2020-11 to 2021-01", "2020-11 to 2021-01", "Month")]
    [InlineData("2020", "2020", "Year")]
    [InlineData("2019–2020", "2019 to 2020", "Year")]
    public void What_is_typed_is_read_and_written_so_that_it_is_read_again(string typed, string written, string precision)
    {
        var date = TypedDate.Read(typed);

        Assert.Equal((null, written, precision), (date.Refusal, TypedDate.Of(date.First, date.Last, date.Precision), date.Precision?.ToString() ?? ""));
        Assert.Equal(date, TypedDate.Read(written));
    }

    [Theory]
    [InlineData("5 April", "no year")]
    [InlineData("2021-02-30", "no such day")]
    [InlineData("2021-13", "no such day")]
    [InlineData("30 February 2021", "does not exist")]
    [InlineData("2021-01-29 to 2021-01-27", "ends before it begins")]
    [InlineData("2021-01 to 2021-02-03", "both as days")]
    [InlineData("Monday, 27 January 2021", "27 January 2021 is a Wednesday")]
    [InlineData("some day soon", "not read as a date")]
    public void What_is_no_date_is_refused_with_the_reason(string typed, string why) =>
        Assert.Contains(why, TypedDate.Read(typed).Refusal, StringComparison.Ordinal);
}
