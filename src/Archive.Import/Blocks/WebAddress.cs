using Archive.Store.Links;

namespace Archive.Import.Blocks;

/// <summary>An address as printed in a text. <see cref="Url"/> is absolute (https where no scheme is printed), or as printed where <see cref="Problem"/> says that it is broken or refused.</summary>
internal readonly record struct WebAddress(int Start, int Length, string Url, string? Problem, LinkRefusal? Refusal = null)
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
        if (StartsAddress(clean))
        {
            return Read(clean, 0, clean.Length);
        }
        // "example.org/news" is meant as an address, "example.org:80" too; "javascript:…" and "/news" are not.
        var link = LinkAddress.Read(clean);
        var isHost = link.Refusal == LinkRefusal.NotAbsolute || link.Refusal == LinkRefusal.Scheme && clean.AsSpan(0, clean.IndexOf(':')).Contains('.');
        return isHost && clean.Contains('.') && !clean.Contains(' ') && clean[0] is not ('/' or '.' or '#') ? Read("https://" + clean, 0, clean.Length + 8)
            : new(0, clean.Length, clean, link.Reason, link.Refusal);
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
        var full = printed.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + printed : printed;
        var link = LinkAddress.Read(full);
        if (link.Refusal is LinkRefusal.Scheme or LinkRefusal.NotAbsolute)
        {
            // "htp://", "https//": a scheme that was misspelled.
            return new(start, length, printed, "the address is broken: it names no host", LinkRefusal.NoHost);
        }
        return (link.Reason ?? Flaw(full)) is { } flaw ? new(start, length, printed, flaw, link.Refusal) : new(start, length, full, null);
    }

    private static string? Flaw(string url)
    {
        if (url.Length > 8 && url.AsSpan(8).Contains("://", StringComparison.Ordinal) && url.AsSpan(8).IndexOf("://", StringComparison.Ordinal) < 8)
        {
            return "the address is broken: it begins twice";
        }
        // https://www.example.org/Display.aspxNewsID=26006&LangID=E has lost its question mark.
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Query.Length == 0 && uri.AbsolutePath is var path && path.Contains('=')
            && (path.Contains('&') || path.Contains(".aspx", StringComparison.OrdinalIgnoreCase) || path.Contains(".php", StringComparison.OrdinalIgnoreCase))
            ? "the address is broken: its question mark is missing"
            : null;
    }
}
