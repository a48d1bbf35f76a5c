using System.Globalization;
using Archive.Import.Blocks;
using Archive.Import.Blocks.Mail;
using Archive.Import.Dates;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>What an editor pasted: one list, whatever it looks like. It gets the title and the day that it does not say itself.</summary>
internal static class PastedLinkList
{
    // Lines at the beginning among which a date is the list's.
    private const int DateWithin = 4;

    public static void Read(Page page, Dictionary<int, DigestTitle> titles, ListReading list)
    {
        var content = PageLayout.WithoutBoilerplate(page, index => page.Choice(index) is not null || titles.ContainsKey(index) || MailClosing.OpensSignature(page.Text(index)));
        MailParts.Drop(page, content, titles.ContainsKey);
        if (content.Count == 0)
        {
            return;
        }
        var at = Chosen(page) ?? First(content.Where(index => titles.ContainsKey(index) && page.Choice(index) is null)) ?? FirstLine(page, content);
        var said = at is { } line ? titles.GetValueOrDefault(line) ?? Titled(page.Text(line)) : null;
        var (period, periodLine) = PeriodOf(page, content, at, said, list.Today);
        var digest = new DigestTitle(said?.Title ?? $"{list.Series} ({Spelled(period)})", said?.Series ?? list.Series, period, DigestTitleStrength.Certain);
        var draft = new PostDraft { Title = at, Digest = digest, PeriodLine = periodLine };
        foreach (var index in content.Where(index => index != at))
        {
            if (page.Choice(index) is null && titles.ContainsKey(index))
            {
                if (at is { } first && Page.SameTitle(page.Text(index), page.Text(first)))
                {
                    page.Roles[index] = LineRole.RepeatedTitle;
                    continue;
                }
                draft.Sections.Add(index);
            }
            draft.Add(index, page.Text(index));
        }
        if (at is { } title)
        {
            page.Roles[title] = LineRole.Title;
            Doubts(page, title, page.Choice(title) is not null, titles.ContainsKey(title), said!.Period);
        }
        page.Posts.Add(DigestReader.Read(page, draft));
    }

    private static int? Chosen(Page page) => First(page.Content.Where(index => page.Choice(index) == LineChoice.Title));

    private static int? First(IEnumerable<int> indices) => indices.Cast<int?>().FirstOrDefault();

    // A title that is no digest's by itself: "Links of the day", or whatever an editor says is one.
    private static DigestTitle Titled(string text)
    {
        var bare = HeadlineMarks.Read(DigestTitles.WithoutMarks(text)).Text;
        bare = bare.Length == 0 ? text : bare;
        return DigestTitle.Read(bare) ?? new(bare, bare, PeriodAtEnd(bare) ?? new(null, null, null, null, null, false, false), DigestTitleStrength.Possible);
    }

    // What happened on 3 March 2021
    private static PeriodText? PeriodAtEnd(string text)
    {
        for (var at = 0; at >= 0; at = text.IndexOf(' ', at + 1))
        {
            if (Period.Parse(text.AsSpan(at).Trim(" ()[]")) is { First: not null } period)
            {
                return period;
            }
        }
        return null;
    }

    // The first line, where it looks like no headline: it is a heading, names a collection, stands above a date, or has no address where the others have theirs.
    private static int? FirstLine(Page page, List<int> content)
    {
        var marks = HeadlineMarks.Read(page.Text(content[0]));
        if (page.Choice(content[0]) is not null || page.Problems.Exists(problem => problem.Code == "mail-doubtful" && problem.Line == content[0] + 1) || marks.Link is not null || marks.Listed || marks.Text.Length == 0 || IsDate(page.Text(content[0])) || content.Count == 1)
        {
            return null;
        }
        var others = content.Skip(1).Select(index => HeadlineMarks.Read(page.Text(index))).ToList();
        return marks.Section || DigestTitle.NamesCollection(marks.Text) || IsDate(page.Text(content[1])) || HasNoAddress(others) ? content[0] : null;
    }

    // Below a first line: each address with a title of its own, so that none is left for the first line; or addresses alone, several.
    private static bool HasNoAddress(List<HeadlineMarks> others)
    {
        var lone = others.Count(other => other.Link is not null && other.Text.Length == 0);
        var bare = others.Count(other => other.Link is null && !other.Listed);
        return lone == 0 ? bare == 0
            : lone == others.Count ? lone > 1
            // Below the first line an address: it is the first line's, unless addresses stand above their titles.
            : bare == lone && (others[0].Text.Length > 0 || others[^1].Text.Length > 0);
    }

    private static (PeriodText Period, int? Line) PeriodOf(Page page, List<int> content, int? title, DigestTitle? said, DateOnly today)
    {
        if (said is { Period: { First: not null } printed })
        {
            return (printed, title + 1);
        }
        foreach (var index in content.Take(DateWithin).Where(index => index != title && page.Choice(index) is null && IsDate(page.Text(index))))
        {
            if (Period.Parse(Bare(page.Text(index))) is { First: not null } below)
            {
                return (below, index + 1);
            }
        }
        // A mail that is forwarded says of which day it is: the one that the list stands in.
        var mailed = content.Count == 0 ? null : First(page.Content.Where(index => page.Roles[index] == LineRole.Boilerplate && index < content[^1] && MailHeads.Date(page.Text(index)) is not null).Reverse());
        return mailed is { } head && MailHeads.Date(page.Text(head)) is { } day
            ? (new(day, day, DatePrecision.Day, null, null, false, false), head + 1)
            : (new(today, today, DatePrecision.Day, null, null, false, false), null);
    }

    private static void Doubts(Page page, int title, bool isChosen, bool isDigests, PeriodText period)
    {
        if (!isChosen && !isDigests)
        {
            page.Problem(title, "title-assumed", "this was taken for the title of the list: the first line, where others have links");
        }
        if (period.First is null)
        {
            DigestReader.ReportPeriod(page, title, period);
        }
    }

    private static bool IsDate(string text) => text.Length <= 60 && Period.Parse(Bare(text)) is { First: not null };

    private static string Bare(string text) => DigestTitles.WithoutMarks(text).Trim('*', '_', ' ');

    private static string Spelled(PeriodText period) =>
        period.First == period.Last ? Day(period.Last!.Value) : $"{Day(period.First!.Value)} – {Day(period.Last!.Value)}";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
