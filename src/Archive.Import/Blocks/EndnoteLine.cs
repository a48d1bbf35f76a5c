using System.Text.RegularExpressions;
using Archive.Import.Dates;

namespace Archive.Import.Blocks;

/// <summary>A numbered reference: (1) Buckley, Chris. “Night Images …” The New York Times, 24 Sept. 2020, www.nytimes.com/….</summary>
internal static partial class EndnoteLine
{
    // Sources:
    public static bool Opens(string text) => text.Length <= 40 && Opening().IsMatch(text);

    /// <returns>The number printed before a reference, or null.</returns>
    public static int? Number(string text) =>
        Numbered().Match(text) is { Success: true } match && int.TryParse(match.Groups["number"].Value, out var number) && number > 0 ? number : null;

    /// <param name="problem">What is wrong with its address, or null; a broken one stays as printed.</param>
    public static ParsedEndnote Read(string line, int number, int at, out string? problem)
    {
        var text = Numbered().Replace(line, "", 1).Trim();
        var address = WebAddress.Find(text);
        problem = address?.Problem;
        var named = Reference(address is { } found ? text[..found.Start] : text);
        return new(number, text, named?.Outlet, named?.Date, address?.Url, at);
    }

    // … Living Abroad.” The Wall Street Journal, 31 Aug. 2018,
    private static (string? Outlet, DateOnly? Date)? Reference(string text)
    {
        var rest = text.TrimEnd(' ', ',', '.', ':', '(');
        var close = rest.LastIndexOfAny(['”', '"', '’', '»', '*', '_']);
        var tail = close >= 0 && close < rest.Length - 1 ? rest[(close + 1)..].Trim(' ', ',', '.') : rest;
        if (tail.EndsWith(')') && tail.LastIndexOf('(') is > 0 and var open)
        {
            tail = $"{tail[..open].TrimEnd(' ', ',')}, {tail[(open + 1)..^1]}";
        }
        for (var i = tail.IndexOf(','); i > 0; i = tail.IndexOf(',', i + 1))
        {
            if (DateText.Parse(tail.AsSpan(i + 1).Trim()) is { } date)
            {
                var before = tail[..i];
                var cut = close >= 0 && close < rest.Length - 1 ? -1 : Math.Max(before.LastIndexOf(", ", StringComparison.Ordinal) + 1, before.LastIndexOf(". ", StringComparison.Ordinal) + 1);
                var outlet = before[(cut < 0 ? 0 : cut)..].Trim(' ', ',', '.');
                return (outlet.Length > 1 && Prose.Words(outlet) <= 8 ? outlet : null, date.Precision == Archive.Store.DatePrecision.Day ? date.First : null);
            }
        }
        return close >= 0 && close < rest.Length - 1 && tail.Length is > 1 and < 60 && Prose.Words(tail) <= 6 && char.IsUpper(tail[0]) ? (tail, null) : null;
    }

    [GeneratedRegex(@"^(?:sources?|references?|notes?|end ?notes?|foot ?notes?|citations?|bibliography|works cited|links)\s*:?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Opening();

    // "(1) …", "[1] …", "1. …", "1 Buckley, …", "¹ …", "(7)https://…"
    [GeneratedRegex(@"^(?:\((?<number>\d{1,3})\)|\[(?<number>\d{1,3})\]|(?<number>\d{1,3})[.):]?(?=\s|http|“))\s*:?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
