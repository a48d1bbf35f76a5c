using System.Text.RegularExpressions;
using Archive.Import.Dates;

namespace Archive.Import.Blocks;

/// <summary>A dateline at the beginning of the first paragraph: "NEW YORK, Dec. 3, 2020 — …", "GENEVA (5 January 2021) – …".</summary>
internal static partial class InlineDateline
{
    private const int Longest = 90;

    public static NamedDate? Read(string paragraph)
    {
        var head = paragraph.Length > Longest ? paragraph[..Longest] : paragraph;
        if (head.AsSpan().IndexOfAnyInRange('0', '9') < 0 || Shape().Match(head) is not { Success: true } match || DateText.Parse(match.Groups["date"].Value.Trim(' ', ',')) is not { } date)
        {
            return null;
        }
        var place = match.Groups["place"].Value.Trim(' ', ',', '–', '—', '-', '|', '/');
        return place.Length == 0 ? new("", date) : PlaceName.Looks(place) ? new(place, date) : null;
    }

    /// <summary>"Lisbon, Portugal — The Refuge Network has …": the place alone, where a release says so or capitals do.</summary>
    public static string? Place(string paragraph, bool isRelease) =>
        Opening().Match(paragraph.Length > Longest ? paragraph[..Longest] : paragraph) is { Success: true } match && match.Groups["place"].Value.Trim(' ', ',') is var place
        && PlaceName.Looks(place) && (isRelease || !place.Any(char.IsLower)) ? place : null;

    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{L}.,’' ]{2,40}?)\s*(?:—|–|--|\s-)\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[(\[]?(?<place>\p{Lu}[\p{L}.,’' /-]{1,44}?)?[)\]]?[\s,]*(?:[–—|/(-]\s*)?(?<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?\.? \p{Lu}\p{L}{2,8}\.?,? \d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d))\s*[)\]]?\s*(?:[–—:|)\]-]|\.\s)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
