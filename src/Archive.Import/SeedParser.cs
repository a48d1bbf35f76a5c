using Archive.Import.Blocks.Mail;
using Archive.Import.Layouts;
using Archive.Import.Lines;

namespace Archive.Import;

/// <summary>Text to posts: no I/O, no clock, no database; never throws.</summary>
public static class SeedParser
{
    /// <summary>Parses the lines of one seed. Every line gets exactly one role; what belongs to no post is set aside with a problem.</summary>
    public static ParsedSeed Parse(SeedText seed) => Parse(seed, list: null);

    /// <summary>Parses what is known to be one list of links, as an editor pastes it: at most one digest, which always has a title and a period.</summary>
    public static ParsedSeed ParseList(SeedText seed, ListReading list) => Parse(seed, list);

    private static ParsedSeed Parse(SeedText seed, ListReading? list)
    {
        if (seed.Refusal is { } refusal)
        {
            return new ParsedSeed { Encoding = seed.Encoding, Layout = Layout.None, Roles = [], Posts = [], Problems = [refusal] };
        }
        var page = new Page(seed, list?.Choices);
        MailQuotes.TakeOff(page);
        ChatStamps.TakeOff(page);
        var titles = DigestTitles.Find(page);
        var layout = list is null ? PageLayout.Detect(page, titles) : Layout.LinkList;
        if (list is null)
        {
            PageLayout.Read(layout, page, titles);
        }
        else
        {
            PastedLinkList.Read(page, titles, list);
        }
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
