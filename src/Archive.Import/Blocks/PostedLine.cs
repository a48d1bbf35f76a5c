using System.Text.RegularExpressions;
using Archive.Import.Dates;

namespace Archive.Import.Blocks;

/// <summary>"Posted on January 5, 2021 by admin": when a weblog put the post up.</summary>
internal static partial class PostedLine
{
    public static bool Is(string text) => text.Length <= 120 && ((text[0] is 'P' or 'p' or 'U' or 'u' or 'D' or 'd' or 'L' or 'l' && Shape().IsMatch(text)) || Signed(text) is not null);

    public static PrintedDate? Date(string text) => DateText.Parse(Shape().Match(text).Groups["date"].Value.Trim(' ', ',')) ?? Signed(text);

    // February 19, 2021 by admin
    private static PrintedDate? Signed(string text) =>
        text.Length <= 80 && text.IndexOf(" by ", StringComparison.Ordinal) is > 5 and var by && Prose.Words(text[(by + 4)..]) <= 4 ? DateText.Parse(text.AsSpan(0, by).Trim()) : null;

    [GeneratedRegex(@"^(?:posted|published|date posted|last updated|updated|date)(?: on| at|:)+\s*(?<date>[\p{L}\d][\p{L}\d ,./-]{4,36}?\d)(?:\s+at\b.{0,20}|,? \d{1,2}:\d\d.{0,12})?(?:\s*(?:by|in|\||–|·|—)\b?.{0,60})?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
