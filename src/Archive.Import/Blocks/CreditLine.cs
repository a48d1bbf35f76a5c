using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>"Below is an article published by BBC. Photo Reuters": who published it first, and whose picture it was.</summary>
internal static partial class CreditLine
{
    private const int Longest = 240;

    private static readonly KeyWords Words = new("below", "following", "above", "this", "first", "original", "previous", "published", "posted", "appeared", "source", "credit", "via", "photo", "image", "picture", "illustration", "file", "getty", "afp", "reuters", "ap");
    private static readonly KeyWords BylineWords = new("by ", "author:", "text:");

    public static bool Is(string text) => text.Length <= Longest && Words.Open(text) && (Published().IsMatch(text) || Picture().IsMatch(text));

    /// <returns>The publication named, or null.</returns>
    public static string? Publisher(string text)
    {
        var match = Published().Match(text);
        return match.Groups["outlet"] is { Success: true } outlet ? outlet.Value.Trim(' ', '.', ',') : null;
    }

    /// <summary>"By Jane Roe", "By Jane Roe and John Doe, BBC".</summary>
    /// <returns>The author, or null.</returns>
    public static string? Author(string text) =>
        text.Length <= 80 && BylineWords.Open(text) && Byline().Match(text) is { Success: true } byline ? byline.Groups["author"].Value : null;

    [GeneratedRegex(@"^(?:(?:below|the following|above|this)\b[^.]{0,40}\b(?:published|posted|written|printed|issued|released|reported|appeared)\b(?: first| originally| previously)?(?: by| in| on| at)?|(?:first |originally |previously )?(?:published|posted|appeared)(?: first| originally)? (?:by|in|on|at)|(?:source|credit|via)s?:)\s*(?:the website of )?(?<outlet>\p{Lu}[^.,]{1,60})?(?:[.,].*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"^\(?(?:(?:cover |file |main )?(?:photo|image|picture|photograph|illustration)s?(?: credits?| courtesy(?: of)?| by|:)|photo \p{Lu}|\(?files?\)? ?(?:photo|picture)|getty images\b|(?:afp|reuters|ap)(?: photo|/))", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex(@"^(?:by|written by|author:|text:)\s+(?<author>\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|and|de|al|bin|van|von|der)){1,6})(?:\s*[,|–—-].*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Byline();
}
