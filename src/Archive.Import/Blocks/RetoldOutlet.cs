using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>The outlet whose report an article retells: "…, Radio Free Asia (RFA) reported."</summary>
internal static partial class RetoldOutlet
{
    private static readonly OutletNames Known = new();

    /// <param name="name">The outlet's name without its abbreviation.</param>
    /// <param name="printed">The words that say so, as printed.</param>
    public static bool TryRead(string paragraph, out string name, out string printed)
    {
        foreach (var pattern in (Regex[])[NameFirst(), NameLast()])
        {
            for (var match = pattern.Match(paragraph); match.Success; match = match.NextMatch())
            {
                var abbreviation = match.Groups["short"];
                name = match.Groups["name"].Value.Trim();
                printed = match.Value.Trim(' ', ',', '.');
                if (Known.Knows(name) || (abbreviation.Success && (Known.Knows(abbreviation.Value) || Initials(name) == abbreviation.Value)))
                {
                    return true;
                }
            }
        }
        (name, printed) = ("", "");
        return false;
    }

    private static string Initials(string name) => string.Concat(name.Split(' ').Where(word => char.IsUpper(word[0])).Select(word => word[0]));

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}’'.&/-]*(?: (?:\p{Lu}[\p{L}’'.&/-]*|of|and)){0,4})(?: \((?<short>\p{Lu}{2,8})\))? (?:reported|reports)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameFirst();

    [GeneratedRegex(@"\b(?:reported(?: by)?|reports|according to(?: a report (?:by|in|from))?|told|citing|quoting) (?:the )?(?<name>\p{Lu}[\p{L}’'&/-]*(?: (?:\p{Lu}[\p{L}’'&/-]*|of|and)){0,4})(?: \((?<short>\p{Lu}{2,8})\))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameLast();
}
