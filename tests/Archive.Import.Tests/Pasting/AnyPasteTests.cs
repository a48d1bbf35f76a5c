using Archive.Import.Lines;
using Archive.Import.Tests.Specs;
using FsCheck;
using FsCheck.Fluent;

namespace Archive.Import.Tests.Pasting;

/// <summary>Whatever is pasted and whatever is said of its lines: no exception, no line lost, every choice kept, the same outcome twice.</summary>
public sealed class AnyPasteTests
{
    private static readonly string[] Lines =
        [.. Sample.All.Concat(Sample.Pasted).SelectMany(sample => sample.Seed.Split('\n')).Distinct(StringComparer.Ordinal), "", "***", ">", "> >", "--", "<p>", "https://example.org/a", "[1]: https://example.org/1"];

    [Fact]
    public void Any_lines_with_any_choices_are_accounted_for() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Pastes.ToArbitrary(), paste => { Holds(paste.Text, paste.Choices); return true; }));

    [Fact]
    public void Any_text_at_all_can_be_pasted() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<string>(text => { Holds(text ?? "", new([new(1, LineChoice.Headline)])); return true; }));

    private static Gen<(string Text, LineChoices Choices)> Pastes =>
        from lines in Gen.Elements(Lines).ListOf().Resize(40)
        from choices in Gen.Zip(Gen.Choose(1, 45), Gen.Elements(Enum.GetValues<LineChoice>())).ListOf().Resize(12)
        select (string.Join('\n', lines), new LineChoices(choices.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))));

    private static void Holds(string text, LineChoices choices)
    {
        var list = PastedSampleTests.Read(text, choices);
        var again = PastedSampleTests.Read(list.Text, LineChoices.Read(choices.ToString()));
        Assert.Equal(Outline.Of(list.Seed), Outline.Of(again.Seed));
        Assert.Equal(list.Text, again.Text);
        var titles = 0;
        foreach (var line in list.Lines.Where(line => line is { Text.Length: > 0, Chosen: not null }))
        {
            Assert.Equal(line.Chosen switch
            {
                LineChoice.Headline => LineRole.Headline,
                LineChoice.Title => titles++ == 0 ? LineRole.Title : LineRole.Subhead,
                LineChoice.Section => LineRole.Subhead,
                LineChoice.Outlet => LineRole.Outlet,
                LineChoice.Boilerplate => LineRole.Boilerplate,
                _ => LineRole.SetAside,
            }, line.Role);
        }
    }
}
