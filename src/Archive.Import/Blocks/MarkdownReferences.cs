using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>Markdown links whose address stands elsewhere: "[Garment workers walk out][1]" … "[1]: https://example.org/1".</summary>
internal static partial class MarkdownReferences
{
    public static bool IsDefinition(string line) => line[0] == '[' && Definition().IsMatch(line);

    public static IReadOnlyDictionary<string, string> Collect(IEnumerable<string> lines)
    {
        var references = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line[0] == '[' && Definition().Match(line) is { Success: true } definition)
            {
                references.TryAdd(definition.Groups["name"].Value, definition.Groups["url"].Value);
            }
        }
        return references;
    }

    /// <summary>The line with each reference that is known written as an ordinary Markdown link.</summary>
    public static string Resolve(string line, IReadOnlyDictionary<string, string> references) =>
        line.Contains('[') ? Reference().Replace(line, match =>
            references.TryGetValue(match.Groups["name"] is { Length: > 0 } name ? name.Value : match.Groups["label"].Value, out var url) ? $"[{match.Groups["label"].Value}]({url})" : match.Value) : line;

    [GeneratedRegex(@"^\[(?<name>[^\]]{1,60})\]:\s+<?(?<url>[^\s>]+)>?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[(?<label>[^\[\]]{1,300})\](?:\[(?<name>[^\[\]]{0,60})\])?(?!\()", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
