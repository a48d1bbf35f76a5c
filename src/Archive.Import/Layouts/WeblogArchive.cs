using Archive.Import.Blocks;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>A weblog's category archive: digests, releases and articles run together, newest first, with no mark between them.</summary>
internal static class WeblogArchive
{
    private static readonly string[] Sidebars = ["recent posts", "recent comments", "archives", "categories", "blogroll", "meta", "tags", "popular posts", "related posts", "pages", "links"];

    public static void Read(Page page, Dictionary<int, DigestTitle> titles)
    {
        var content = PageLayout.WithoutBoilerplate(page, index => titles.ContainsKey(index) || PageHeading.TryRead(page.Text(index), out _));
        PageLayout.DropRecurringNotices(page, content, titles);
        DropHeader(page, content);
        DropSidebars(page, content, titles);
        var categories = Array.Empty<string>();
        PostDraft? open = null;
        int? mark = null, posted = null;
        string? issuer = null;
        var above = new List<int>();
        var end = 0;
        for (var k = 0; k < content.Count; k++)
        {
            var index = content[k];
            var text = page.Text(index);
            while (end < page.PostEnds.Count && page.PostEnds[end] < index)
            {
                if (open is { Lines.Count: > 0 } && page.PostEnds[end] > open.Lines[^1])
                {
                    PostReader.Close(page, open, Layout.WeblogArchive);
                    open = null;
                }
                end++;
            }
            if (PageHeading.TryRead(text, out var category))
            {
                // "Category: Tibet" below a post files that post; above all posts it heads the page.
                if (open is not null && !text.Contains("rchive", StringComparison.Ordinal))
                {
                    page.Roles[index] = LineRole.Boilerplate;
                    continue;
                }
                PostReader.Close(page, open, Layout.WeblogArchive);
                (open, categories, page.Roles[index]) = (null, category is null ? [] : [category], LineRole.Heading);
                (mark, issuer) = (null, null);
                above.Clear();
            }
            else if (titles.TryGetValue(index, out var title) && open is { Digest: { } own, Lines.Count: 0 } && own.Title == title.Title)
            {
                page.Roles[index] = LineRole.RepeatedTitle;
            }
            else if (title is not null)
            {
                PostReader.Close(page, open, Layout.WeblogArchive);
                (open, posted, mark, issuer) = (new PostDraft { Title = index, Digest = title, Categories = categories }, null, null, null);
                above.Clear();
            }
            else if (PostedLine.Is(text) && k + 1 < content.Count && IsAboveTitle(page, content, k + 1, titles))
            {
                PostReader.Close(page, open, Layout.WeblogArchive);
                (open, posted, page.Roles[index]) = (null, index, LineRole.Date);
            }
            else if (ReleaseMark.Is(text) && open is not { Digest: null, HasProse: false })
            {
                PostReader.Close(page, open, Layout.WeblogArchive);
                if (k > 0 && open is null && page.Roles[content[k - 1]] == LineRole.SetAside && Prose.Words(page.Text(content[k - 1])) <= TitleRule.MostIssuerWords)
                {
                    (issuer, page.Roles[content[k - 1]]) = (page.Text(content[k - 1]), LineRole.Credit);
                }
                (open, mark, page.Roles[index]) = (null, index, LineRole.ReleaseMark);
            }
            else if (mark is not null && TitleRule.MayStandAboveTitle(text))
            {
                above.Add(index);
            }
            else if (mark is not null || posted is not null || TitleRule.StartsPost(page, content, k, open, titles.ContainsKey))
            {
                PostReader.Close(page, open, Layout.WeblogArchive);
                (open, mark, posted) = (new PostDraft { Title = index, Categories = categories, ReleaseMark = mark, Issuer = issuer, Above = [.. above], DateAbove = posted }, null, null);
                above.Clear();
                issuer = null;
            }
            else
            {
                open?.Add(index, text);
            }
        }
        PostReader.Close(page, open, Layout.WeblogArchive);
    }

    // "Posted on …" stands above the title in some themes, below it in others.
    private static bool IsAboveTitle(Page page, List<int> content, int k, Dictionary<int, DigestTitle> titles) =>
        titles.ContainsKey(content[k]) || (!Prose.IsProse(page.Text(content[k])) && TitleRule.StartsPost(page, content, k, null, titles.ContainsKey));

    // The site's name and motto above "Category Archives: …".
    private static void DropHeader(Page page, List<int> content)
    {
        var heading = content.FindIndex(index => PageHeading.TryRead(page.Text(index), out _));
        if (heading is > 0 and <= 12 && content.Take(heading).All(index => page.Text(index).Length <= 120))
        {
            foreach (var index in content.Take(heading))
            {
                page.Roles[index] = LineRole.Boilerplate;
            }
            content.RemoveRange(0, heading);
        }
    }

    // "Recent Posts", then a list of titles that stand on the page anyway.
    private static void DropSidebars(Page page, List<int> content, Dictionary<int, DigestTitle> titles)
    {
        var starts = page.Content.Where(index => page.Roles[index] == LineRole.Boilerplate && Sidebars.Contains(page.Text(index).Trim(':', ' '), StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var start in starts)
        {
            for (var k = content.FindIndex(index => index > start); k >= 0 && k < content.Count;)
            {
                var index = content[k];
                var ends = titles.ContainsKey(index)
                    ? !content.Exists(other => other != index && titles.ContainsKey(other) && Fold.Text(page.Text(other)) == Fold.Text(page.Text(index)))
                    : Prose.IsProse(page.Text(index)) || PageHeading.TryRead(page.Text(index), out _) || TitleRule.StartsPost(page, content, k, null, titles.ContainsKey);
                if (ends)
                {
                    break;
                }
                page.Roles[index] = LineRole.Boilerplate;
                titles.Remove(index);
                content.RemoveAt(k);
            }
        }
    }
}
