using System.Text;
using Archive.Import.Lines;

namespace Archive.Import.Tests.Hostile;

/// <summary>Junk in its own file: nothing throws, nothing is lost, and what is refused says why.</summary>
public sealed class HostileInputTests
{
    private const string Page = "Uyghur News (Monday – Friday, February 15 – 19, 2021)\n\nFor more, please visit Thank you!\n\nA “first” headline\n\n30 rabbis\n";

    [Fact]
    public void The_same_text_in_every_honest_encoding_gives_the_same_posts()
    {
        var expected = Outline.Of(LineAccounting.Parse(Page)).Skip(1);
        var cp1252 = CodePage1252(Page);
        foreach (var (name, bytes) in new (string, byte[])[]
        {
            ("utf-8-bom", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Page)]),
            ("utf-16le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page)]),
            ("utf-16be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Page)]),
            ("utf-16le", Encoding.Unicode.GetBytes(Page)),
            ("utf-16be", Encoding.BigEndianUnicode.GetBytes(Page)),
            ("windows-1252", cp1252),
        })
        {
            var parsed = LineAccounting.Parse(bytes);
            Assert.Equal(name, parsed.Encoding);
            Assert.Equal(expected, Outline.Of(parsed).Skip(1));
            Assert.Empty(parsed.Problems);
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_other_systems_change_nothing(string end) =>
        Assert.Equal(Outline.Of(LineAccounting.Parse(Page)), Outline.Of(LineAccounting.Parse(Page.Replace("\n", end, StringComparison.Ordinal))));

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x80)]
    [InlineData(0xC3)]
    [InlineData(0x81)]
    public void An_invalid_byte_costs_its_line_a_problem_and_no_other_line_anything(byte junk)
    {
        var bytes = Encoding.UTF8.GetBytes("Tibet Digest (1 – 3 June 2021)\n\nOne\n\nTwo # caf\n\nThree ü\n");
        bytes[Array.IndexOf(bytes, (byte)'#')] = junk;
        var parsed = LineAccounting.Parse(bytes);
        Assert.Equal("utf-8", parsed.Encoding);
        Assert.Equal(5, Assert.Single(parsed.Problems).Line);
        Assert.Equal(["One", "Three ü"], parsed.Posts.Single().Headlines.Select(headline => headline.Text).Where(text => !text.StartsWith("Two", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xE0, 0x80, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    public void Overlong_and_surrogate_sequences_are_no_characters(byte[] junk)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Tibet Digest (1 – 3 June 2021)\n\nSnow "), .. junk, .. Encoding.UTF8.GetBytes(" pass\n\nRoad ü\n")];
        var parsed = LineAccounting.Parse(bytes);
        Assert.Contains(parsed.Problems, problem => problem.Line == 3);
        Assert.Equal(2, parsed.Posts.Single().Headlines.Count);
        Assert.All(parsed.Posts.Single().Headlines, headline => Assert.DoesNotContain(headline.Text, char.IsSurrogate));
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\u0001')]
    [InlineData('\u001B')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('\u009B')]
    public void A_control_character_is_dropped_from_the_text_and_reported(char control)
    {
        var parsed = LineAccounting.Parse($"Tibet Digest (1 – 3 June 2021)\n\nSnow{control} closes the pass\n\nOne ü\n");
        Assert.Equal("Snow closes the pass", parsed.Posts.Single().Headlines[0].Text);
        Assert.Contains(parsed.Problems, problem => problem.Line == 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData(" \t \u00A0\n\u200B\n")]
    [InlineData("\uFEFF")]
    public void A_seed_without_a_word_is_refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_picture_named_txt_is_refused()
    {
        var bytes = new byte[4096];
        new Random(7).NextBytes(bytes);
        Refused([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, .. bytes]);
    }

    [Fact]
    public void A_line_over_the_limit_refuses_the_seed()
    {
        Refused(Encoding.UTF8.GetBytes($"Tibet Digest (1 – 3 June 2021)\n{new string('x', LineReader.DefaultMaxLineBytes + 1)}\n"));
        Assert.Null(LineReader.Read(Encoding.UTF8.GetBytes($"Tibet Digest (1 – 3 June 2021)\n{new string('x', LineReader.DefaultMaxLineBytes - 2)}\n")).Refusal);
    }

    [Fact]
    public void A_page_cut_after_any_byte_is_accounted_for()
    {
        var bytes = Encoding.UTF8.GetBytes(Page);
        for (var length = 0; length <= bytes.Length; length++) LineAccounting.Parse(bytes[..length]);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("[[](")]
    [InlineData("“‘")]
    [InlineData("*_")]
    [InlineData("<a href='")]
    [InlineData("&amp;")]
    [InlineData("– ")]
    [InlineData("1. ")]
    [InlineData("http://")]
    [InlineData("a.")]
    [InlineData("January ")]
    [InlineData("Monday – ")]
    [InlineData("…reports ")]
    [InlineData("\u0301")]
    [InlineData("\U000E0041")]
    [InlineData("\u202E")]
    [InlineData("e\u0301\u200D")]
    public void A_line_of_nothing_but_one_mark_is_read_in_no_time(string mark)
    {
        var line = string.Concat(Enumerable.Repeat(mark, 60_000 / Encoding.UTF8.GetByteCount(mark)));
        LineAccounting.Parse($"Uyghur News ({line}\n\n{line}\n\nTibet Digest (1 – 3 June 2021)\n\n{line}\n\nSnow\n{line}\nMarch 3, 2021\n\n{line}.\n");
    }

    [Fact]
    public void Tag_characters_and_direction_overrides_leave_no_trace_in_a_headline()
    {
        var parsed = LineAccounting.Parse("Tibet Digest (1 – 3 June 2021)\n\nSnow\U000E0048\U000E0049 closes \u202Ethe pass\n");
        Assert.Equal("Snow closes the pass", parsed.Posts.Single().Headlines.Single().Text);
    }

    [Fact]
    public void Lone_surrogates_in_utf_16_do_no_harm()
    {
        var parsed = LineAccounting.Parse([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Tibet Digest (1 – 3 June 2021)\n\nSnow "), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(" pass\n\nRoad\n")]);
        Assert.Equal(2, parsed.Posts.Single().Headlines.Count);
        Assert.All(parsed.Posts.Single().Headlines, headline => Assert.DoesNotContain(headline.Text, char.IsSurrogate));
    }

    [Fact]
    public void A_million_short_lines_are_a_million_roles()
    {
        var text = new StringBuilder("Tibet Digest (1 – 3 June 2021)\n");
        for (var i = 1; i < 1_000_000; i++) text.Append('w').Append(i).Append('\n');
        var parsed = LineAccounting.Parse(text.ToString());
        Assert.Equal(1_000_000, parsed.Roles.Count);
        Assert.Equal(999_999, parsed.Posts.Single().Headlines.Count);
    }

    [Theory]
    [InlineData("FOR IMMEDIATE RELEASE")]
    [InlineData("Sources:")]
    [InlineData("Weekly Brief, 1 March 2021")]
    [InlineData("Below is an article published by BBC. Photo AFP")]
    [InlineData("Dear Minister,")]
    [InlineData("Recent Posts")]
    [InlineData("Read More →")]
    [InlineData("PRESS RELEASE: A title")]
    [InlineData("Tibet Digest (1 – 3 June 2021)")]
    [InlineData("Signed:")]
    [InlineData("(1) https://example.org/a")]
    [InlineData("A standfirst about what happened somewhere…reports BBC News")]
    public void One_line_six_thousand_times_over_is_read_under_every_beginning(string line)
    {
        var repeated = string.Concat(Enumerable.Repeat(line + "\n", 3_000)) + string.Concat(Enumerable.Repeat(line + "\n\n", 3_000));
        foreach (var beginning in new[] { "", "Tibet Digest (1 – 3 June 2021)\n\n", "A letter\n\n3 March 2021\n\nDear Sir,\n\n", "A lake has vanished and nobody was told…reports BBC\n" })
            LineAccounting.Parse(beginning + repeated);
    }

    private static byte[] CodePage1252(string text) =>
        [.. text.Select(c => c switch { '–' => (byte)0x96, '“' => (byte)0x93, '”' => (byte)0x94, _ => (byte)c })];

    private static void Refused(byte[] bytes)
    {
        var seed = LineReader.Read(bytes);
        Assert.NotNull(seed.Refusal);
        Assert.Empty(seed.Lines);
        Assert.Empty(LineAccounting.Parse(bytes).Posts);
    }
}
