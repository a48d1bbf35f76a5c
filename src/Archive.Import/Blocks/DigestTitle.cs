using Archive.Import.Dates;
using Archive.Store;

namespace Archive.Import.Blocks;

/// <summary>How surely a line is a digest's title by itself.</summary>
internal enum DigestTitleStrength
{
    /// <summary>Only where its series comes again on the page, or it is the page's first line.</summary>
    Possible,
    Certain,
}

/// <summary>A series name and a period: "Uyghur News (Monday – Friday, February 15 – 19, 2021)", "Tibet Digest: 3–5 March 2019".</summary>
internal sealed record DigestTitle(string Title, string Series, PeriodText Period, DigestTitleStrength Strength)
{
    private const int LongestTitle = 180;
    private const int MostSeriesWords = 9;

    // Words that only a regular collection of items bears; "News" alone is an outlet's name too.
    private static readonly string[] Strong =
        ["digest", "digests", "roundup", "round-up", "round up", "brief", "briefing", "briefs", "links", "bulletin", "headlines", "newsletter", "clippings", "summary", "press review", "media review", "news review", "news update", "link list", "linklist", "reading list"];

    // "Weekly links" is a series, "Plateau Weekly" an outlet.
    private static readonly string[] Leading = ["weekly", "daily", "monthly", "this week", "the week in", "week in"];

    private static readonly string[] Weak = ["news", "update", "updates", "review", "watch", "monitor", "today", "daily", "press", "media", "week", "dispatch", "dispatches"];

    /// <summary>Reads a line without its Markdown marks.</summary>
    /// <returns>Null where no period ends the line, or nothing names a series.</returns>
    public static DigestTitle? Read(string text)
    {
        if (text.Length is < 8 or > LongestTitle || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }
        return text[^1] is ')' or ']' ? Bracketed(text, text) : WithSubtitle(text) ?? (text.Contains('(') && !text.Contains(')') ? Bracketed(text + ")", text) : null) ?? Open(text);
    }

    /// <summary>Begins or ends as only the title of a collection does: "Links of the day", "This week in Belarus".</summary>
    public static bool NamesCollection(string text) =>
        Prose.Words(text) <= 6 && !Prose.EndsWithStop(text) && new DigestTitle(text, text, new(null, null, null, null, null, false, false), DigestTitleStrength.Possible) is var title && (title.HasEdgeWord(Strong) || title.Leads);

    public bool IsBrief => HasWord(["brief", "briefing", "briefs"]);

    /// <summary>The series by which titles of one page are compared.</summary>
    public string SeriesKey => Fold.Text(Series);

    // Belarus Weekly (19–25 April 2021): politics, prisons, protest
    private static DigestTitle? WithSubtitle(string text)
    {
        var close = text.LastIndexOf(')');
        return close > 4 && text[(close + 1)..].TrimStart() is [':' or '–' or '—' or '-', ..] && Bracketed(text[..(close + 1)], text) is { Period.Unclear: null, Strength: DigestTitleStrength.Certain } title ? title : null;
    }

    // Uyghur News (Wednesday – Friday, January 6-8, 2021)
    private static DigestTitle? Bracketed(string text, string printed)
    {
        var open = text.LastIndexOf(text[^1] == ')' ? '(' : '[');
        if (open < 2 || Dates.Period.Parse(text.AsSpan(open + 1, text.Length - open - 2)) is not { } period || Named(text[..open]) is not { } series)
        {
            return null;
        }
        var title = new DigestTitle(printed, series, period, DigestTitleStrength.Possible);
        var certain = title.HasWord(Strong) || title.HasWord(Weak) || title.Leads || (period.Unclear is null && (period.IsRange || period.HasWeekday));
        return certain ? title with { Strength = DigestTitleStrength.Certain } : title;
    }

    // Tibet Digest: 3–5 March 2019
    private static DigestTitle? Open(string text)
    {
        for (var space = text.IndexOf(' '); space > 0; space = text.IndexOf(' ', space + 1))
        {
            if (space + 1 < text.Length && char.IsAsciiLetterOrDigit(text[space + 1]) && Dates.Period.Parse(text.AsSpan(space + 1)) is { } period)
            {
                return Open(text, space, period);
            }
        }
        return null;
    }

    private static DigestTitle? Open(string text, int end, PeriodText period)
    {
        var mark = text[end - 1];
        var before = text[..end].TrimEnd(' ', ':', ',', '-', '–', '—', '|', '·', '/');
        var words = before.Split(' ');
        var preposition = words[^1] is "for" or "of" or "on" or "from" && words.Length > 1;
        if (Named(preposition ? string.Join(' ', words[..^1]) : before) is not { } series)
        {
            return null;
        }
        var title = new DigestTitle(text, series, period, DigestTitleStrength.Possible);
        var separated = mark is ':' or '-' or '–' or '—' or '|' or '·' or ',' or '/' || preposition;
        var named = title.HasEdgeWord(Strong) || title.Leads || (period.IsRange && title.HasWord(Strong));
        var sure = named && Prose.Words(series) <= 7 && (separated || period.IsRange);
        var weaklySure = title.HasEdgeWord(Weak) && Prose.Words(series) <= 6 && (mark is not ',' || period.IsRange) && separated && !preposition && (period.IsRange || period.HasWeekday || mark == ':');
        if (sure || weaklySure)
        {
            return title with { Strength = DigestTitleStrength.Certain };
        }
        // "Protest planned for 3 March 2021" is a headline; "BBC, 13 January 2021" an outlet line.
        return separated && period.Unclear is null && mark != ',' && !preposition ? title : null;
    }

    private bool Leads => Array.Exists(Leading, word => Series.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));

    private bool HasWord(string[] words) => Array.Exists(words, word => Edge(word) || Series.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));

    private bool HasEdgeWord(string[] words) => Array.Exists(words, Edge);

    private bool Edge(string word) =>
        Series.Equals(word, StringComparison.OrdinalIgnoreCase)
        || Series.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)
        || Series.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase);

    private static string? Named(string before)
    {
        var series = before.TrimEnd(' ', ':', ',', '-', '–', '—', '|', '·');
        series = series.Trim('“', '”', '"', '‘', '’', '«', '»', ' ');
        return series.Length > 1 && char.IsLetterOrDigit(series[0]) && Prose.Words(series) <= MostSeriesWords && series[^1] is not ('.' or '?' or '!') ? series : null;
    }
}
