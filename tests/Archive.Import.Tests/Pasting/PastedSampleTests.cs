using Archive.Import.Lines;
using Archive.Import.Pasting;
using Archive.Import.Tests.Specs;

namespace Archive.Import.Tests.Pasting;

public sealed class PastedSampleTests
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static IEnumerable<ITheoryDataRow> Samples() =>
        Sample.Pasted.Select(sample => new TheoryDataRow<string, string>(sample.File, sample.Heading) { TestDisplayName = sample.ToString() });

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_paste_is_read_as_its_spec_says(string file, string heading)
    {
        var sample = Sample.Pasted.Single(sample => sample.File == file && sample.Heading == heading);
        var list = Read(sample.Seed, LineChoices.Read(sample.Choices));
        var difference = OutlineRequest.Read(sample.Outline).DifferenceFrom(list.Seed);
        Assert.True(difference is null, difference);
    }

    /// <summary>Reads a paste and checks the accounts on the way.</summary>
    internal static PastedList Read(string pasted, LineChoices? choices = null)
    {
        var list = PastedList.Read(pasted, Today, choices);
        LineAccounting.Check(LineReader.Read(list.Text), list.Seed with { Problems = [.. list.Seed.Problems.Concat(list.Notes)] });
        return list;
    }
}
