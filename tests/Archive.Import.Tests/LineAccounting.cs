using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Tests;

/// <summary>What must hold of every parse of anything: the first invariant of docs/ARCHITECTURE.md.</summary>
internal static class LineAccounting
{
    public static ParsedSeed Parse(string text) => Parse(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Parses and checks the accounts on the way.</summary>
    public static ParsedSeed Parse(byte[] bytes)
    {
        var seed = LineReader.Read(bytes);
        var parsed = SeedParser.Parse(seed);
        Check(seed, parsed);
        return parsed;
    }

    public static void Check(SeedText seed, ParsedSeed parsed)
    {
        Assert.Equal(seed.Lines.Count, parsed.Roles.Count);
        var reported = Reported(parsed);
        foreach (var line in seed.Lines)
        {
            Assert.True(Enum.IsDefined(parsed.Roles[line.Number - 1]), $"line {line.Number} has no role");
            Assert.True(line.IsBlank == (parsed.Roles[line.Number - 1] == LineRole.Blank), $"line {line.Number} is blank or it is not: {line.Text}");
            if (parsed.Roles[line.Number - 1] == LineRole.SetAside)
                Assert.True(reported.Contains(line.Number), $"line {line.Number} is set aside and no problem says so");
        }

        Assert.All(parsed.Problems, problem => Assert.True(problem.Line is null || seed.Refusal is not null || InRange(problem.Line.Value, seed), $"{problem}"));
        Assert.All(parsed.Problems, problem => Assert.NotEmpty(problem.Code));
        var last = 0;
        foreach (var post in parsed.Posts)
        {
            Assert.True(post.LineFirst > last, $"'{post.Title}' begins on line {post.LineFirst}, inside the post that ends on {last}");
            Assert.True(post.LineLast >= post.LineFirst && InRange(post.LineLast, seed), $"'{post.Title}' ends on line {post.LineLast}");
            CheckPost(post, parsed, last);
            last = post.LineLast;
        }
    }

    private static void CheckPost(ParsedPost post, ParsedSeed parsed, int former)
    {
        Assert.False(string.IsNullOrWhiteSpace(post.Title), $"the post on line {post.LineFirst} has no title");
        Assert.True(post.DateEnd is null || post.DateStart <= post.DateEnd);
        Assert.Equal(post.DateStart is null, post.DatePrecision is null);
        var line = post.LineFirst - 1;
        foreach (var headline in post.Headlines)
        {
            Assert.True(headline.Line > line && headline.Line <= post.LineLast, $"headline '{headline.Text}' stands outside its digest");
            Assert.Equal(LineRole.Headline, parsed.Roles[headline.Line - 1]);
            Assert.False(string.IsNullOrWhiteSpace(headline.Text));
            line = headline.Line;
        }

        // A release's contact may stand above its title, but never in the post before.
        Assert.All(post.Passages, passage => Assert.InRange(passage.LineFirst, passage.Role == PassageRole.Contact ? former + 1 : post.LineFirst, passage.LineLast));
        Assert.All(post.Passages, passage => Assert.InRange(passage.LineLast, passage.LineFirst, post.LineLast));
        Assert.All(post.Endnotes.Where(note => note.Number is not null), note => Assert.Equal(LineRole.Endnote, parsed.Roles[note.Line - 1]));
        if (post.Kind == PostKind.Digest)
            Assert.Equal(parsed.Roles.Skip(post.LineFirst - 1).Take(post.LineLast - post.LineFirst + 1).Count(role => role == LineRole.Headline), post.Headlines.Count);
    }

    // One problem speaks of a whole run of lines that were set aside, and of the blanks between them.
    private static HashSet<int> Reported(ParsedSeed parsed)
    {
        HashSet<int> lines = [];
        foreach (var problem in parsed.Problems.Where(problem => problem is { Code: "set-aside", Line: > 0 }))
            for (var line = problem.Line!.Value; line <= parsed.Roles.Count && parsed.Roles[line - 1] is LineRole.SetAside or LineRole.Blank; line++)
                if (!lines.Add(line)) break;
        return lines;
    }

    private static bool InRange(int line, SeedText seed) => line >= 1 && line <= seed.Lines.Count;
}
