using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>The page's own heading, naming what it was filed under: "Category Archives: human dignity".</summary>
internal static partial class PageHeading
{
    private static readonly KeyWords Words = new("category", "tag", "topic", "archive", "posts ", "articles ", "entries ", "browsing");

    /// <param name="category">The category named, or null for a heading that names a month or an author.</param>
    public static bool TryRead(string text, out string? category)
    {
        category = null;
        if (text.Length > 120 || !Words.Open(text))
        {
            return false;
        }
        if (Filed().Match(text) is { Success: true } filed)
        {
            category = filed.Groups["name"].Value.Trim(' ', '‘', '’', '“', '”', '"', '\'');
            return category.Length > 0;
        }
        return Other().IsMatch(text);
    }

    // Category Archives: human dignity
    // Archive for the ‘Tibet’ Category
    [GeneratedRegex(@"^(?:(?:category|tag|topic)(?: archives?)?\s*[:–-]\s*(?<name>.+)|(?:posts|articles|entries) (?:tagged|filed under|in category)(?: with)?:?\s+(?<name>.+)|browsing category:?\s+(?<name>.+)|archive for (?:the )?(?<name>[‘“""'].+[’”""']) (?:category|tag))$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filed();

    // Monthly Archives: January 2021
    [GeneratedRegex(@"^(?:(?:monthly|daily|yearly|author|blog) archives?\s*:\s*.+|archives?(?: for)?: .+|archives for .+)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Other();
}
