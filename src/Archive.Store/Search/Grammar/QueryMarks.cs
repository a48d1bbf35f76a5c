using System.Globalization;

namespace Archive.Store.Search.Grammar;

/// <summary>The characters that mean something in a search, in every dress that keyboards and word processors give them.</summary>
internal static class QueryMarks
{
    private static readonly string[] Quotes = ["\"“”„‟＂〝〞〟", "«»", "‹›", "「」", "『』"];

    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    public static bool IsOpen(char c) => c is '(' or '（';

    public static bool IsClose(char c) => c is ')' or '）';

    public static bool IsBar(char c) => c is '|' or '｜';

    public static bool IsDash(char c) => c is '-' or '−' or '–' or '‐' or '‑' or '－' or '﹣';

    public static bool IsColon(char c) => c is ':' or '：' or '﹕';

    public static bool IsStar(char c) => c is '*' or '＊' or '∗';

    public static bool IsQuote(char c) => Array.Exists(Quotes, quotes => quotes.Contains(c));

    public static bool EndsWord(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || IsOpen(c) || IsClose(c) || IsBar(c) || IsQuote(c);

    /// <returns>Where the quotation that opens at a place closes: at the sign's own partner, else at any of its kind; -1 where nowhere.</returns>
    public static int Closing(string text, int opening)
    {
        var partner = text[opening] switch { '“' => '”', '«' => '»', '»' => '«', '‹' => '›', '›' => '‹', '「' => '」', '『' => '』', '〝' => '〞', var same => same };
        var exact = text.IndexOf(partner, opening + 1);
        return exact >= 0 ? exact : text.IndexOfAny(Array.Find(Quotes, quotes => quotes.Contains(text[opening]))!.ToCharArray(), opening + 1);
    }
}
