namespace Archive.Import.Layouts;

/// <summary>A single page that holds one open letter: title, date, addressee, demands, "Sources:" with endnotes.</summary>
internal static class OpenLetter
{
    public static void Read(Page page)
    {
        var content = PageLayout.WithoutBoilerplate(page);
        if (content.Count == 0)
        {
            return;
        }
        var untitled = Blocks.Prose.IsProse(page.Text(content[0])) || Dates.DateText.Parse(page.Text(content[0])) is not null || Blocks.LetterParts.IsSalutation(page.Text(content[0]));
        var draft = new PostDraft { Title = untitled ? null : content[0] };
        foreach (var index in content.Skip(untitled ? 0 : 1))
        {
            draft.Add(index, page.Text(index));
        }
        PostReader.Close(page, draft, Layout.OpenLetter);
    }
}
