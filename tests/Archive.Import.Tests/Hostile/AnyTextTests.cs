using Archive.Import.Tests.Specs;
using FsCheck;
using FsCheck.Fluent;

namespace Archive.Import.Tests.Hostile;

/// <summary>
/// Properties of every parse: no exception, one role a line, spans in order, the same outcome twice. ARCHIVE_FUZZ=20 in the environment tries
/// twenty times as many.
/// </summary>
public sealed class AnyTextTests
{
    private static readonly string[] Lines =
        [.. Sample.All.SelectMany(sample => sample.Seed.Split('\n')).Distinct(StringComparer.Ordinal), "", "", "(", "–", "Read More →", "3 March 2021"];

    [Fact]
    public void Any_text_at_all_is_accounted_for() =>
        Check.One(Quick(500), Prop.ForAll<string>(text => { Twice(text ?? ""); return true; }));

    [Fact]
    public void Any_bytes_at_all_are_accounted_for() =>
        Check.One(Quick(500), Prop.ForAll<byte[]>(bytes => { LineAccounting.Parse(bytes ?? []); return true; }));

    [Fact]
    public void Lines_of_real_looking_pages_in_any_order_are_accounted_for() =>
        Check.One(Quick(1500), Prop.ForAll(Page.ToArbitrary(), lines => { Twice(string.Join('\n', lines)); return true; }));

    [Fact]
    public void Lines_of_real_looking_pages_with_damage_are_accounted_for() =>
        Check.One(Quick(1500), Prop.ForAll(Damaged.ToArbitrary(), text => { Twice(text); return true; }));

    private static Gen<string[]> Page => Gen.Elements(Lines).ListOf().Select(list => list.ToArray()).Resize(60);

    private static Gen<string> Damaged =>
        from sample in Gen.Elements<Sample>(Sample.All)
        from place in Gen.Choose(0, sample.Seed.Length)
        from length in Gen.Choose(0, 40)
        from put in Gen.Elements("", "\n", "\n\n", "(", ")", "–", " 2021", "\u200B", "…reports ", "http", ".", ",", "[1]", "1", "\uD800", "Dear ", "\nRead More →\n")
        select sample.Seed[..place] + put + sample.Seed[Math.Min(sample.Seed.Length, place + length)..];

    private static Config Quick(int tests) =>
        Config.QuickThrowOnFailure.WithMaxTest(tests * (int.TryParse(Environment.GetEnvironmentVariable("ARCHIVE_FUZZ"), out var times) ? times : 1));

    private static void Twice(string text) =>
        Assert.Equal(Outline.Of(LineAccounting.Parse(text)), Outline.Of(LineAccounting.Parse(text)));
}
