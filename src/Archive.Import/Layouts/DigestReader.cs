using Archive.Import.Blocks;
using Archive.Import.Dates;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>A digest's lines to its headlines. Inside a digest a blank line means nothing.</summary>
internal static class DigestReader
{
    public static ParsedPost Read(Page page, PostDraft draft)
    {
        var digest = draft.Digest!;
        var references = MarkdownReferences.Collect(draft.Lines.Select(page.Text));
        var list = new HeadlineList(page, references);
        var passages = new List<ParsedPassage>();
        var title = draft.Title is { } line ? page.Text(line) : digest.Title;
        foreach (var index in draft.Lines)
        {
            var text = page.Text(index);
            if (page.Choice(index) is { } choice)
            {
                list.Add(index, text, choice);
            }
            else if (draft.Sections.Contains(index))
            {
                page.Problem(index, "second-title", "this reads as the title of another digest; a pasted list is one");
                list.Add(index, text, LineChoice.Section);
            }
            else if (references.Count > 0 && MarkdownReferences.IsDefinition(text))
            {
                page.Roles[index] = LineRole.Link;
            }
            else if (Notice(text, title, list.IsEmpty) is { } role)
            {
                page.Roles[index] = role;
            }
            else if (Prose.IsLongProse(text) && WebAddress.Find(text) is null || (list.LastHasLink && Prose.IsProse(text) && !HeadlineMarks.Read(text).Quoted))
            {
                page.Roles[index] = LineRole.Paragraph;
                passages.Add(new ParsedPassage(PassageRole.Paragraph, text, index + 1, index + 1));
            }
            else
            {
                list.Add(index, text);
            }
        }
        var headlines = list.Read(passages);
        if (draft.Title is { } titled)
        {
            ReportPeriod(page, titled, digest.Period);
        }
        return new ParsedPost
        {
            Kind = PostKind.Digest,
            Title = digest.Title,
            TitleInferred = draft.Title is null,
            Series = digest.Series,
            DateStart = digest.Period.First,
            DateEnd = digest.Period.Last,
            DatePrecision = digest.Period.Precision,
            PeriodLine = draft.PeriodLine,
            Categories = draft.Categories,
            // Nothing but a pasted list has lines above its title.
            LineFirst = Math.Min(draft.Title ?? int.MaxValue, draft.Lines.Count > 0 ? draft.Lines[0] : int.MaxValue) + 1,
            LineLast = LastLine(page, draft),
            Headlines = headlines,
            Passages = passages,
        };
    }

    public static void ReportPeriod(Page page, int title, PeriodText period)
    {
        if (period.Unclear is { } why)
        {
            page.Problem(title, "period-unclear", $"the period in the title cannot be read: {why}");
        }
        if (period.WeekdayConflict is { } conflict)
        {
            page.Problem(title, "weekday-conflict", $"the weekdays in the title contradict its dates, which are kept: {conflict}");
        }
    }

    /// <summary>The last line that says anything, from 1.</summary>
    public static int LastLine(Page page, PostDraft draft)
    {
        var last = draft.Lines.FindLast(index => page.Roles[index] is not LineRole.Boilerplate);
        return Math.Max(draft.ReadMore ?? last, draft.Title ?? draft.Lines[0]) + 1;
    }

    private static LineRole? Notice(string text, string title, bool first) =>
        Boilerplate.IsDigestNotice(text) && (first || text.EndsWith(':') || text.Contains("hank you", StringComparison.Ordinal)) || PostedLine.Is(text) ? LineRole.Boilerplate
        : first && Page.SameTitle(text, title) ? LineRole.RepeatedTitle
        : text.Length <= 48 && (DateText.Parse(text) is not null || (first && Period.Parse(text) is not null)) ? LineRole.Date
        : null;
}
