using Archive.Import.Layouts;
using Archive.Import.Lines;

namespace Archive.Import;

/// <summary>Text to posts: no I/O, no clock, no database; never throws.</summary>
public static class SeedParser
{
    /// <summary>Parses the lines of one seed. Every line gets exactly one role; what belongs to no post is set aside with a problem.</summary>
    public static ParsedSeed Parse(SeedText seed)
    {
        if (seed.Refusal is { } refusal)
        {
            return new ParsedSeed { Encoding = seed.Encoding, Layout = Layout.None, Roles = [], Posts = [], Problems = [refusal] };
        }
        var page = new Page(seed);
        var titles = DigestTitles.Find(page);
        var layout = PageLayout.Detect(page, titles);
        PageLayout.Read(layout, page, titles);
        page.ReportSetAside();
        return new ParsedSeed
        {
            Encoding = seed.Encoding,
            Layout = page.Posts.Count == 0 ? Layout.None : layout,
            Roles = page.Roles,
            Posts = page.Posts,
            Problems = [.. seed.Problems.Concat(page.Problems).OrderBy(problem => problem.Line ?? 0)],
        };
    }
}
