using Archive.Import.Blocks;
using Archive.Import.Dates;
using Archive.Import.Lines;

namespace Archive.Import.Layouts;

/// <summary>An organisation's news stream: titled excerpts, each closed by "Read More →", and its weekly brief.</summary>
internal static class FrontPage
{
    private static readonly string[] Headings = ["news", "latest", "blog", "press", "press releases", "statements", "updates", "newsroom", "our news", "what's new", "what’s new", "publications", "articles", "stories", "media", "our work"];

    public static void Read(Page page, Dictionary<int, DigestTitle> titles)
    {
        var content = PageLayout.WithoutBoilerplate(page, index => titles.ContainsKey(index) || Boilerplate.IsReadMore(page.Text(index)));
        PostDraft? open = null;
        int? above = null;
        for (var k = 0; k < content.Count; k++)
        {
            var index = content[k];
            var text = page.Text(index);
            if (Boilerplate.IsReadMore(text) && !titles.ContainsKey(index))
            {
                page.Roles[index] = LineRole.Boilerplate;
                if (open is not null)
                {
                    open.ReadMore = index;
                    PostReader.Close(page, open, Layout.FrontPage);
                }
                open = null;
            }
            else if (titles.TryGetValue(index, out var title))
            {
                PostReader.Close(page, open, Layout.FrontPage);
                open = new PostDraft { Title = index, Digest = title };
            }
            else if (open is null || BeginsAnother(page, content, k, open))
            {
                if (PageHeading.TryRead(text, out _))
                {
                    page.Roles[index] = LineRole.Heading;
                    continue;
                }
                if (page.Posts.Count == 0 && open is null && IsSiteName(page, content, k))
                {
                    page.Roles[index] = LineRole.Heading;
                    continue;
                }
                PostReader.Close(page, open, Layout.FrontPage);
                // A date above a title dates it; it is no title.
                if (DateText.Parse(text) is not null && k + 1 < content.Count)
                {
                    (open, above, page.Roles[index]) = (null, index, LineRole.Date);
                    continue;
                }
                open = Begin(index, text, above);
                above = null;
            }
            else
            {
                open.Add(index, text);
            }
        }
        PostReader.Close(page, open, Layout.FrontPage);
    }

    // Above the first title, which is the line nearest its "outlet, date" line.
    private static bool IsSiteName(Page page, List<int> content, int k) =>
        k + 1 < content.Count && (IsHeading(page, content[k]) || IsAboveTitle(page, content, k)
            || (IsHeading(page, content[k + 1]) && Prose.Words(page.Text(content[k])) <= 6 && TitlePrefix.Read(page.Text(content[k])).Kind is null));

    private static bool IsHeading(Page page, int index) => Array.Exists(Headings, heading => heading.Equals(page.Text(index), StringComparison.OrdinalIgnoreCase));

    private static bool IsAboveTitle(Page page, List<int> content, int k) =>
        k + 2 < content.Count && Prose.Words(page.Text(content[k])) <= 6 && !Prose.IsProse(page.Text(content[k + 1])) && NamedDate.Read(page.Text(content[k + 1])) is null
        && TitlePrefix.Read(page.Text(content[k])).Kind is null && NamedDate.Read(page.Text(content[k + 2])) is not null;

    private static PostDraft Begin(int index, string text, int? dateAbove)
    {
        if (!Prose.IsProse(text) && !ReleaseMark.Is(text) && DateText.Parse(text) is null)
        {
            return new PostDraft { Title = index, DateAbove = dateAbove };
        }
        var untitled = new PostDraft { Title = null, DateAbove = dateAbove };
        untitled.Add(index, text);
        return untitled;
    }

    // A post that nothing closed is ended by the next title with its "outlet, date" line.
    private static bool BeginsAnother(Page page, List<int> content, int k, PostDraft open) =>
        open.HasProse && k + 1 < content.Count && !Prose.EndsWithStop(page.Text(content[k])) && page.Text(content[k]).Length <= 200
        && (NamedDate.Read(page.Text(content[k + 1])) is not null || DateText.Parse(page.Text(content[k + 1])) is not null || CreditLine.Publisher(page.Text(content[k + 1])) is not null);
}
