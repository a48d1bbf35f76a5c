namespace Archive.Import.Tests.Specs;

public sealed class SampleTests
{
    public static IEnumerable<ITheoryDataRow> Samples() =>
        Sample.All.Select(sample => new TheoryDataRow<string, string>(sample.File, sample.Heading) { TestDisplayName = sample.ToString() });

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_page_is_read_as_its_spec_says(string file, string heading)
    {
        var sample = Sample.All.Single(sample => sample.File == file && sample.Heading == heading);
        var difference = OutlineRequest.Read(sample.Outline).DifferenceFrom(LineAccounting.Parse(sample.Seed));
        Assert.True(difference is null, difference);
    }

    [Fact]
    public void No_two_samples_share_file_and_heading() =>
        Assert.Empty(Sample.All.GroupBy(sample => sample.ToString()).Where(same => same.Count() > 1).Select(same => same.Key));
}
