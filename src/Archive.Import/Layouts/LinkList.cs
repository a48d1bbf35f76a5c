using Archive.Import.Blocks;
using Archive.Import.Blocks.Mail;
using Archive.Import.Dates;
using Archive.Import.Lines;

namespace Archive.Import.Layouts;

/// <summary>A plain list of links under a digest's title: what editors paste.</summary>
internal static class LinkList
{
    public static void Read(Page page, Dictionary<int, DigestTitle> titles)
    {
        var content = PageLayout.WithoutBoilerplate(page, index => titles.ContainsKey(index) || MailClosing.OpensSignature(page.Text(index)));
        PageLayout.DropRecurringNotices(page, content, titles);
        MailParts.Drop(page, content, titles.ContainsKey);
        if (titles.Count == 0 && content.Count > 1 && Untitled(page, content) is { } title)
        {
            titles.Add(content[0], title);
        }
        PostDraft? open = null;
        foreach (var index in content)
        {
            if (titles.TryGetValue(index, out var digest) && open is { Digest: { } own, Lines.Count: 0 } && own.Title == digest.Title)
            {
                page.Roles[index] = LineRole.RepeatedTitle;
            }
            else if (digest is not null)
            {
                PostReader.Close(page, open, Layout.LinkList);
                open = new PostDraft { Title = index, Digest = digest };
            }
            else if (open is null && PageHeading.TryRead(page.Text(index), out _))
            {
                page.Roles[index] = LineRole.Heading;
            }
            else
            {
                open?.Add(index, page.Text(index));
            }
        }
        PostReader.Close(page, open, Layout.LinkList);
    }

    // "Links of the day", and its date on the next line or nowhere.
    private static DigestTitle? Untitled(Page page, List<int> content)
    {
        var first = HeadlineMarks.Read(page.Text(content[0]));
        if (first.Link is not null || first.Listed || first.Text.Length == 0)
        {
            return null;
        }
        var period = Period.Parse(first.Text) ?? Period.Parse(HeadlineMarks.Read(page.Text(content[1])).Text);
        return new DigestTitle(first.Text, first.Text, period ?? new PeriodText(null, null, null, "no date is printed", null, false, false), DigestTitleStrength.Possible);
    }
}
