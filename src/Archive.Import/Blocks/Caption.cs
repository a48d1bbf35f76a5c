using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>Words under a picture, scraped without it: they say where people stand, or whose photograph it was.</summary>
internal static partial class Caption
{
    // … representatives Mr. Roe (left 6) and Mr. Doe (left 4) … meet with the Secretary of State (center)
    public static bool Is(string text) => text.Contains('(') && Mark().IsMatch(text) && !(Prose.EndsSentence(text) && text.Length > 500);

    [GeneratedRegex(@"\((?:(?:far |front |back |top |bottom |from )?(?:left|right|cent(?:er|re)|top|bottom|[LRC])(?: (?:row|to right))?(?:,? ?\d+)?|photo(?:s|graph)?\b[^)]{0,60}|files?|file (?:photo|picture)|image\b[^)]{0,60}|picture\b[^)]{0,60}|[^()]{0,40}\b(?:AFP|Reuters|AP|Getty Images|EPA|Xinhua|Shutterstock)(?: via [^()]{0,30})?)\)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mark();
}
