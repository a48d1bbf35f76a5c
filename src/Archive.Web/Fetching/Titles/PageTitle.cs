using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Archive.Store;

namespace Archive.Web.Fetching.Titles;

/// <summary>What a page calls itself, read out of its beginning.</summary>
internal static class PageTitle
{
    private const int Longest = 300;

    // Whatever stands before a title.
    private const int MostBytes = 512 * 1024;

    static PageTitle() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>On one line; null where the page has none.</returns>
    public static string? Of(byte[] page, string? charset)
    {
        using var document = Read(page.AsMemory(0, Math.Min(page.Length, MostBytes)), charset);
        var said = document.QuerySelectorAll("meta[property='og:title'], meta[name='og:title']").Select(meta => meta.GetAttribute("content")).Append(document.Title);
        return said.Select(Clean).FirstOrDefault(title => title.Length > 0);
    }

    // What the server says goes before what the page says of itself; where neither can be read, the parser guesses.
    private static IDocument Read(ReadOnlyMemory<byte> page, string? charset)
    {
        var parser = new HtmlParser();
        if (charset is not null && EncodingOf(charset) is { } encoding && !HasMark(page.Span))
        {
            return parser.ParseDocument(encoding.GetString(page.Span));
        }
        return parser.ParseDocument(new MemoryStream(page.ToArray()));
    }

    private static bool HasMark(ReadOnlySpan<byte> page) =>
        page.StartsWith(Encoding.UTF8.Preamble) || page.StartsWith(Encoding.Unicode.Preamble) || page.StartsWith(Encoding.BigEndianUnicode.Preamble);

    private static Encoding? EncodingOf(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Clean(string? title)
    {
        var line = string.Join(' ', StoredText.Clean(title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }
}
