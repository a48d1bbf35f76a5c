using System.Text.RegularExpressions;
using Archive.Import.Dates;

namespace Archive.Import.Blocks;

/// <summary>"FOR IMMEDIATE RELEASE": says what kind of post this is; it is no title.</summary>
internal static partial class ReleaseMark
{
    private static readonly KeyWords Words = new("release", "publication", "statement", "embargoed", "open letter");

    public static bool Is(string text) => text.Length <= 80 && Words.Open(text) && (Shape().IsMatch(text) || Date(text) is not null);

    /// <summary>"For immediate release: March 10, 2021".</summary>
    public static PrintedDate? Date(string text) =>
        Dated().Match(text) is { Success: true } dated ? DateText.Parse(dated.Groups["date"].Value.Trim()) : null;

    // Press Release – For immediate release
    [GeneratedRegex(@"^\W*(?:(?:media|news|press|open|joint) (?:release|statement|letter)\W*)?(?:for (?:immediate )?(?:release|publication)|(?:media|news|press) (?:release|statement)|embargoed (?:until|for)\b.{0,40})\W*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?:(?:media|news|press) release\W+)?(?:for (?:immediate )?release|press release|embargoed until)\s*[:,–—-]?\s*(?<date>[\p{L}\d][\p{L}\d ,./-]{5,40})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();
}
