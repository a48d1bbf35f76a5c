using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>"FOR IMMEDIATE RELEASE": says what kind of post this is; it is no title.</summary>
internal static partial class ReleaseMark
{
    public static bool Is(string text) => text.Length <= 80 && Shape().IsMatch(text);

    // Press Release – For immediate release
    [GeneratedRegex(@"^\W*(?:(?:media|news|press) (?:release|statement)\W*)?(?:for (?:immediate )?(?:release|publication)|(?:media|news|press) release|embargoed (?:until|for)\b.{0,40})\W*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Shape();
}
