namespace Archive.Import.Blocks;

/// <summary>An address as printed in a text. <see cref="Url"/> is absolute (https where no scheme is printed), or as printed where <see cref="Problem"/> says that it is broken or refused.</summary>
internal readonly record struct WebAddress(int Start, int Length, string Url, string? Problem)
{
    private static readonly string[] Beginnings = ["https://", "http://", "www.", "mailto:", "https:/", "http:/", "hxxp://", "hxxps://", "htp:/", "htps:/", "htttp", "https//", "http//"];

    public int End => Start + Length;

    /// <returns>The first address of the text, or null.</returns>
    public static WebAddress? Find(string text, int from = 0)
    {
        if (text.AsSpan(from).IndexOfAny('/', ':') < 0 && !text.Contains("www.", StringComparison.Ordinal) && !text.Contains("WWW.", StringComparison.Ordinal))
        {
            return null;
        }
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] is 'h' or 'H' or 'w' or 'W' or 'm' or 'M' && !(i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '/' or '@' or '-')) && StartsAddress(text.AsSpan(i)))
            {
                var length = Extent(text.AsSpan(i));
                if (length > 6)
                {
                    return Read(text, i, length);
                }
            }
        }
        return null;
    }

    /// <summary>An address given apart from its text, as in a Markdown link or an anchor.</summary>
    public static WebAddress Of(string address)
    {
        var clean = address.Trim();
        return StartsAddress(clean) ? Read(clean, 0, clean.Length)
            : clean.Contains(':') && !clean.StartsWith('/') && !clean.StartsWith('#') && clean.IndexOf(':') < 20 && !clean[..clean.IndexOf(':')].Contains('.')
                ? new(0, clean.Length, clean, $"links of the scheme '{clean[..clean.IndexOf(':')]}' are not kept")
                : clean.Contains('.') && !clean.Contains(' ') && !clean.StartsWith('/') && !clean.StartsWith('.') ? Read("https://" + clean, 0, clean.Length + 8)
                : new(0, clean.Length, clean, "the address is not absolute");
    }

    private static bool StartsAddress(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    // Up to the next blank or quote; closing marks at its end belong to the sentence.
    private static int Extent(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" \t\"“”<>");
        var address = end < 0 ? text : text[..end];
        while (address.Length > 0 && (address[^1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or ']' or '*' or '|' or '…' || (address[^1] is ')' && address.Count('(') < address.Count(')'))))
        {
            address = address[..^1];
        }
        return address.Length;
    }

    private static WebAddress Read(string text, int start, int length)
    {
        var printed = text.Substring(start, length);
        if (printed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return new(start, length, printed, printed.Contains('@') ? null : "the address is broken");
        }
        var full = printed.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + printed : printed;
        return Flaw(full) is { } flaw ? new(start, length, printed, flaw) : new(start, length, full, null);
    }

    private static string? Flaw(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !url.Contains("://", StringComparison.Ordinal)
            || !uri.Host.Contains('.') || uri.Host.EndsWith('.') || uri.Host.Contains("..", StringComparison.Ordinal))
        {
            return "the address is broken: it names no host";
        }
        if (uri.UserInfo.Length > 0)
        {
            return "the address carries a user name before its host";
        }
        if (url.AsSpan(8).Contains("://", StringComparison.Ordinal) && url.AsSpan(8).IndexOf("://", StringComparison.Ordinal) < 8)
        {
            return "the address is broken: it begins twice";
        }
        // https://www.example.org/Display.aspxNewsID=26006&LangID=E has lost its question mark.
        var path = uri.AbsolutePath;
        return uri.Query.Length == 0 && path.Contains('=') && (path.Contains('&') || path.Contains(".aspx", StringComparison.OrdinalIgnoreCase) || path.Contains(".php", StringComparison.OrdinalIgnoreCase))
            ? "the address is broken: its question mark is missing"
            : null;
    }
}
