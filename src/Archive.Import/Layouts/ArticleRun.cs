using Archive.Import.Blocks;

namespace Archive.Import.Layouts;

/// <summary>A news tag page scraped without its titles: each article opens with a standfirst ending "…reports (outlet)".</summary>
internal static class ArticleRun
{
    public static void Read(Page page)
    {
        var content = PageLayout.WithoutBoilerplate(page);
        var strong = content.Select(index => Standfirst.Read(page.Text(index))).Where(standfirst => standfirst is { IsWeak: false }).Select(standfirst => standfirst!.Outlet ?? standfirst.Author).ToHashSet(StringComparer.Ordinal);
        PostDraft? open = null;
        var ended = false;
        foreach (var index in content)
        {
            var text = page.Text(index);
            if (PageHeading.TryRead(text, out _) && open is null)
            {
                page.Roles[index] = Lines.LineRole.Heading;
                continue;
            }
            if (open is null || ended || (Standfirst.Read(text) is { } standfirst && (!standfirst.IsWeak || strong.Count == 0 || strong.Contains(standfirst.Outlet))))
            {
                PostReader.Close(page, open, Layout.ArticleRun);
                open = new PostDraft { Title = null };
            }
            open.Add(index, text);
            ended = Standfirst.Agency(text) is not null;
        }
        PostReader.Close(page, open, Layout.ArticleRun);
    }
}
