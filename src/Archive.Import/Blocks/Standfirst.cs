using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>A standfirst that ends by naming who reports: "…reports Asian Lite News", "….writes Arul Louis".</summary>
/// <param name="IsWeak">Only a comma stands before it, as in any sentence.</param>
internal sealed partial record Standfirst(string Text, string? Outlet, string? Author, bool IsWeak)
{
    // A person writes, an outlet reports; a name known as an outlet is one whatever the verb.
    private static readonly OutletNames Known = new();

    public static Standfirst? Read(string line)
    {
        if (line.Length is < 30 or > 700 || Tail().Match(line) is not { Success: true } tail)
        {
            return null;
        }
        var name = tail.Groups["name"].Value.Trim(' ', '.');
        var verb = tail.Groups["verb"].Value.ToLowerInvariant();
        var author = !Known.Knows(name) && (verb.StartsWith("writ", StringComparison.Ordinal) || verb is "by" or "says" or "asks" or "argues" or "explains" or "analyses" or "analyzes" or "opines" or "observes");
        var text = line[..tail.Index].TrimEnd(' ', '.', '…', '–', '—', '-', ',', ';');
        return text.Length < 20 ? null : new(text, author ? null : name, author ? name : null, tail.Groups["mark"].Value == ",");
    }

    /// <summary>An agency named in brackets at the very end: "(ANI)".</summary>
    public static string? Agency(string paragraph) =>
        paragraph.EndsWith(')') && AgencyMark().Match(paragraph) is { Success: true } mark ? mark.Groups["agency"].Value : null;

    [GeneratedRegex(@"(?<mark>[….]{2,}|…|\.(?=\p{Ll})|\s[–—-]\s?|\s\((?=reports|writes|by)|,(?= (?:reports|writes) ))\s*(?:(?:an? )?(?:exclusive |special )?(?<verb>(?i:reports?|writes?)|says|asks|argues|explains|analyses|analyzes|opines|observes|reviews|report by|writing|by|By|report from)(?: by| in| for| from)?)\s+(?<name>(?:(?:the |dr\.? |prof\.? )?\p{Lu}[\p{L}\d&'’.-]*)(?: (?:\p{Lu}[\p{L}\d&'’.-]*|of|the|and|de|al|for|bin|van|von)){0,6})(?:, \p{Lu}\p{L}+)?(?<!\.)\)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\((?<agency>(?:\p{Lu}{2,8}(?:[/-]\p{Lu}{2,8})?|Agenc(?:y|ies)|Reuters|with (?:inputs|agency)[^)]{0,40}))\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AgencyMark();
}
