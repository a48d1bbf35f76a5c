using System.Text.RegularExpressions;
using Archive.Import.Dates;
using Archive.Store;

namespace Archive.Import.Blocks;

/// <summary>What a printed title says of its post: "SMHRIC: PRESS RELEASE: …" names an issuer and a kind, "… December 2020 Report" a kind and a month.</summary>
internal sealed partial record TitlePrefix(PostKind? Kind, string? Issuer, PrintedDate? Date, string Bare)
{
    // A subject before a colon, not an issuer: "UK: …", "OPINION: …".
    private static readonly string[] NoIssuer =
        ["UK", "US", "USA", "EU", "UN", "UAE", "PRC", "DRC", "NGO", "NGOS", "CHINA", "TIBET", "INDIA", "OPINION", "VIDEO", "AUDIO", "PHOTO", "PHOTOS", "UPDATE", "BREAKING", "WATCH", "LIVE", "EXPLAINER", "ANALYSIS", "FACT", "FAQ", "NEWS", "EXCLUSIVE", "INTERVIEW", "COMMENT", "REPORT", "ALERT", "URGENT", "PS", "RIP", "COVID", "FULL", "READ", "LISTEN", "REVIEW", "EVENT", "WEBINAR"];

    public static TitlePrefix Read(string title)
    {
        var (issuer, kind, bare) = (default(string), default(PostKind?), title);
        if (Marked().Match(title) is { Success: true } marked)
        {
            issuer = marked.Groups["issuer"] is { Success: true } name ? name.Value.Trim() : null;
            kind = KindOf(marked.Groups["kind"].Value);
            bare = title[marked.Length..].TrimStart();
        }
        else if (Acronym().Match(title) is { Success: true } acronym && !NoIssuer.Contains(acronym.Groups["issuer"].Value, StringComparer.Ordinal))
        {
            issuer = acronym.Groups["issuer"].Value;
            bare = title[acronym.Length..].TrimStart();
        }
        kind ??= Statement().IsMatch(bare) ? PostKind.Statement : Letter().IsMatch(bare) ? PostKind.Letter : Report().IsMatch(bare) ? PostKind.Report : null;
        return new(kind, issuer, kind == PostKind.Report ? ReportDate(bare) : null, bare);
    }

    private static PostKind KindOf(string words) => words.ToLowerInvariant() switch
    {
        var w when w.Contains("release", StringComparison.Ordinal) => PostKind.PressRelease,
        var w when w.Contains("letter", StringComparison.Ordinal) => PostKind.Letter,
        var w when w.Contains("report", StringComparison.Ordinal) => PostKind.Report,
        _ => PostKind.Statement,
    };

    // "Congressional – Executive Commission on China December 2020 Report"
    private static PrintedDate? ReportDate(string title)
    {
        if (MonthYear().Match(title) is { Success: true } month)
        {
            return DateText.Parse(month.Value);
        }
        return Year().Match(title) is { Success: true } year && int.Parse(year.Groups["year"].Value) is var y
            ? new PrintedDate(new DateOnly(y, 1, 1), new DateOnly(y, 12, 31), DatePrecision.Year)
            : null;
    }

    // SMHRIC: PRESS RELEASE: International human-rights coalition urges …
    [GeneratedRegex(@"^(?:(?<issuer>[\p{Lu}\d][^:]{1,70}?)\s*[:–—|-]\s*)?(?<kind>(?:(?:media|news|press|joint press) release|(?:joint |press |public |media |official )?statement|(?:open |joint )?letter|(?:annual |special |new )?report|declaration))\s*(?::|–|—|\||-(?=\s))\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(?<issuer>\p{Lu}[\p{Lu}\d&.-]{1,11}):\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Acronym();

    // Determination of the Secretary of State on Atrocities in …
    [GeneratedRegex(@"^(?:(?:\p{Lu}[\p{L}’'.-]*\s+){0,5}(?<!(?:Issues|Releases|Makes|Signs|Slams|Welcomes|Rejects)\s)Statements?\s+(?:on|by|from|of|to|regarding|about|marking|following|at|in|for|after|against|concerning|condemning|calling)\b|(?:Determination|Declaration|Resolution|Remarks|Testimony|Proclamation|Communiqu[eé])\s+(?:of|on|by|to|at|from|before|regarding)\b|(?i:(?:joint |public |press |official )*statement (?:by|of|on|from|regarding)\b)|(?:Joint|Public|Press|Official) (?:Statement|Declaration|Appeal)\b)", RegexOptions.None, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(?:(?:an |joint )*open letter\b|(?:joint |public )?letter (?:to|from|by|of|on|calling|regarding)\b|.{0,60}[:–—] (?:an )?open letter\b)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(?:.{0,120}\b(?:\d{4}|annual|quarterly|monthly|final|interim|country|special|fact-finding)\s+report(?:\s*\(?(?:of |for )?\d{4}\)?)?|(?:annual|country|world|special) report\b.{0,100}|.{0,100}: executive summary)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Report();

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{4}\b", RegexOptions.None, 1000)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}
