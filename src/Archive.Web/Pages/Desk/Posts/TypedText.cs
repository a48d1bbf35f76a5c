using Archive.Store;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>Typed words as they are kept: without what no database keeps, and null for none.</summary>
internal static class TypedText
{
    public static string? Line(string? typed, int longest, Action<string> refuse)
    {
        var line = StoredText.Clean(typed ?? "").ReplaceLineEndings(" ").Trim();
        if (line.Length > longest)
        {
            refuse($"This has at most {longest} characters.");
        }
        return line.Length == 0 ? null : line;
    }

    /// <summary>Of several lines. Forms send other line ends; what nobody changed is as it was.</summary>
    public static string? Text(string? typed, string? now)
    {
        var text = StoredText.Clean(typed ?? "").ReplaceLineEndings("\n");
        return text == now?.ReplaceLineEndings("\n") ? now : text.Trim() is { Length: > 0 } said ? said : null;
    }

    /// <summary>Its lines, without those that are empty.</summary>
    public static IEnumerable<string> Lines(string? typed) =>
        StoredText.Clean(typed ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
