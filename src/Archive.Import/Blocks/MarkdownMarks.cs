namespace Archive.Import.Blocks;

/// <summary>What Markdown writes around the wording of a line.</summary>
internal static class MarkdownMarks
{
    /// <summary>`[Title](https://example.org/a "tip") – Outlet` as `Title – Outlet`; an image leaves nothing.</summary>
    /// <param name="link">The first address, where none is known yet.</param>
    public static string StripLinks(string text, ref WebAddress? link)
    {
        for (var middle = text.IndexOf("](", StringComparison.Ordinal); middle > 0; middle = text.IndexOf("](", Math.Min(middle, text.Length), StringComparison.Ordinal))
        {
            var open = Opening(text, middle);
            var close = Closing(text, middle + 2);
            if (open < 0 || close < 0)
            {
                return text;
            }
            var target = text[(middle + 2)..close].Trim();
            target = target.IndexOf(' ') is > 0 and var tip ? target[..tip] : target;
            link ??= WebAddress.Of(target.Trim('<', '>'));
            var image = open > 0 && text[open - 1] == '!';
            var label = image ? "" : text[(open + 1)..middle];
            // "Title [link](https://…)"
            label = open > 1 && LinkLabel.Points(label, link?.Url) ? "" : label;
            var start = image ? open - 1 : open;
            text = text[..start] + label + text[(close + 1)..];
            middle = start;
        }
        return text;
    }

    /// <summary>`**Title** – Outlet` and `_Title_` without their marks. A lone star ("5* hotel") is wording.</summary>
    public static string StripEmphasis(string text)
    {
        foreach (var mark in (ReadOnlySpan<string>)["***", "**", "__", "`", "*", "_"])
        {
            for (var open = text.IndexOf(mark, StringComparison.Ordinal); open >= 0; open = open + 1 < text.Length ? text.IndexOf(mark, open + 1, StringComparison.Ordinal) : -1)
            {
                var inner = open + mark.Length;
                var close = inner < text.Length ? text.IndexOf(mark, inner, StringComparison.Ordinal) : -1;
                if (close > inner && text[inner] != ' ' && text[close - 1] != ' ' && (open == 0 || !char.IsLetterOrDigit(text[open - 1])) && (close + mark.Length == text.Length || !char.IsLetterOrDigit(text[close + mark.Length])))
                {
                    text = string.Concat(text.AsSpan(0, open), text.AsSpan(inner, close - inner), text.AsSpan(close + mark.Length));
                }
            }
        }
        return text;
    }

    private static int Opening(string text, int middle)
    {
        var depth = 0;
        for (var i = middle; i >= 0; i--)
        {
            depth += text[i] == ']' ? 1 : text[i] == '[' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return -1;
    }

    private static int Closing(string text, int start)
    {
        var depth = 1;
        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return -1;
    }
}
