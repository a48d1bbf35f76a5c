using Archive.Import.Blocks;
using Archive.Import.Lines;

namespace Archive.Import.Layouts;

/// <summary>Decides once what kind of page this is; then one call reads it.</summary>
internal static class PageLayout
{
    public static Layout Detect(Page page, Dictionary<int, DigestTitle> titles)
    {
        var (readMore, outletLines, standfirsts, links, letters) = (0, 0, 0, 0, 0);
        foreach (var index in page.Content)
        {
            var text = page.Text(index);
            readMore += Boilerplate.IsReadMore(text) ? 1 : 0;
            links += IsLink(text) ? 1 : 0;
            if (text.Length is >= 8 and <= 120)
            {
                outletLines += !titles.ContainsKey(index) && NamedDate.Read(text) is not null ? 1 : 0;
                letters += LetterParts.IsSalutation(text) ? 2 : LetterParts.IsSignOff(text) ? 2 : LetterParts.IsCopy(text) || EndnoteLine.Opens(text) ? 1 : 0;
            }
            standfirsts += titles.Count == 0 && text.Length is >= 30 and <= 700 && Standfirst.Read(text) is not null ? 1 : 0;
        }
        var briefs = titles.Count(title => title.Value.IsBrief && (readMore > 0 || HasProse(page, title.Key)));
        letters += page.Content.Count > 0 && TitlePrefix.Read(page.Text(page.Content[0])).Kind == Store.PostKind.Letter ? 1 : 0;
        var mostlyLinks = links * 2 >= page.Content.Count - titles.Count && links > 0;
        return titles.Count > briefs ? mostlyLinks || IsPlainList(page, titles) ? Layout.LinkList : Layout.WeblogArchive
            : mostlyLinks ? Layout.LinkList
            : readMore > 0 ? Layout.FrontPage
            : standfirsts > 0 && (letters < 4 || standfirsts > 1) ? Layout.ArticleRun
            : letters >= 3 ? Layout.OpenLetter
            : briefs > 0 || outletLines > 1 ? Layout.FrontPage
            : Layout.WeblogArchive;
    }

    // A brief is in prose; a list of headlines called "Brief" is a digest.
    private static bool HasProse(Page page, int title) =>
        page.ContentAfter(title).Take(2).Any(index => Prose.IsProse(page.Text(index)));

    private static bool IsLink(string text) =>
        text.Contains("](", StringComparison.Ordinal) || (text.Contains('[') && (text.Contains("][", StringComparison.Ordinal) || MarkdownReferences.IsDefinition(text))) || text.Contains("<a ", StringComparison.OrdinalIgnoreCase) || WebAddress.Find(text) is not null || HeadlineMarks.IsListed(text);

    // One title, then nothing but its list: what an editor pastes, not what a weblog prints.
    private static bool IsPlainList(Page page, Dictionary<int, DigestTitle> titles) =>
        titles.Count == 1 && page.Content.Count > 1 && titles.ContainsKey(page.Content[0])
        && !page.Content.Any(index => Boilerplate.IsBoilerplate(page.Text(index)) || Boilerplate.IsDigestNotice(page.Text(index)) || Prose.IsLongProse(page.Text(index)));

    public static void Read(Layout layout, Page page, Dictionary<int, DigestTitle> titles)
    {
        switch (layout)
        {
            case Layout.WeblogArchive: WeblogArchive.Read(page, titles); break;
            case Layout.ArticleRun: ArticleRun.Read(page); break;
            case Layout.FrontPage: FrontPage.Read(page, titles); break;
            case Layout.OpenLetter: OpenLetter.Read(page); break;
            case Layout.LinkList: LinkList.Read(page, titles); break;
            case Layout.None: break;
            default: throw new ArgumentOutOfRangeException(nameof(layout));
        }
    }

    /// <summary>Takes off what stands first under several digest titles of a page: a notice, whatever it says; a headline may well lead two digests.</summary>
    public static void DropRecurringNotices(Page page, List<int> content, Dictionary<int, DigestTitle> titles)
    {
        var firsts = Enumerable.Range(1, Math.Max(0, content.Count - 1)).Where(k => titles.ContainsKey(content[k - 1]) && !titles.ContainsKey(content[k])).Select(k => content[k])
            .GroupBy(page.Text, StringComparer.Ordinal).Where(group => group.Count() > 2 || (group.Count() == 2 && (Boilerplate.SpeaksOfThePage(group.Key) || Prose.EndsWithStop(group.Key)))).SelectMany(group => group).ToHashSet();
        foreach (var index in firsts)
        {
            page.Roles[index] = LineRole.Boilerplate;
        }
        content.RemoveAll(firsts.Contains);
    }

    /// <summary>Takes what is boilerplate anywhere off a page.</summary>
    /// <returns>The line indices that are left.</returns>
    public static List<int> WithoutBoilerplate(Page page, Func<int, bool>? keep = null)
    {
        var left = new List<int>(page.Content.Count);
        foreach (var index in page.Content)
        {
            if (keep?.Invoke(index) != true && Boilerplate.IsBoilerplate(page.Text(index)))
            {
                page.Roles[index] = LineRole.Boilerplate;
                if (Boilerplate.EndsPost(page.Text(index)))
                {
                    page.PostEnds.Add(index);
                }
            }
            else
            {
                left.Add(index);
            }
        }
        return left;
    }
}
