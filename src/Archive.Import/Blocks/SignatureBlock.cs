using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>Who signs: the line that announces them, and each one with a place.</summary>
internal static partial class SignatureBlock
{
    private const int LongestSignatory = 130;

    private static readonly KeyWords Words = new("behalf", "sign", "endors", "support", "following", "these");

    // On behalf of the following organizations:
    public static bool Opens(string text) => text.Length <= 160 && Words.Open(text) && Opening().IsMatch(text);

    public static bool CouldSign(string text) => text.Length is > 1 and <= LongestSignatory && !Prose.EndsWithStop(text.TrimEnd('.')) && !text.EndsWith(':') && WebAddress.Find(text) is null;

    // Youth Liberation Front of Tibet, East-Turkistan, Manchuria & Inner-Mongolia, New Delhi
    public static ParsedSignatory Read(string line)
    {
        var text = HeadlineMarks.Read(line).Text.TrimEnd(';', ',');
        var comma = Comma(text);
        var place = comma > 0 ? text[(comma + 1)..].Trim() : "";
        // Steppe Rights Centre, Vienna, Austria
        if (PlaceName.IsCountry(place) && text[..comma].LastIndexOf(',') is > 0 and var town && PlaceName.Looks(text[(town + 1)..comma].Trim()) && Prose.Words(text[(town + 1)..comma]) <= 2 && !PlaceName.IsOffice(text[(town + 1)..comma]))
        {
            (comma, place) = (town, text[(town + 1)..].Trim());
        }
        return comma > 0 && PlaceName.Looks(place) && !PlaceName.IsOffice(place) ? new(text[..comma].TrimEnd(), place) : new(text, null);
    }

    // The last comma outside brackets; "Washington, D.C." is one place.
    private static int Comma(string text)
    {
        var end = text.Length;
        foreach (var tail in (ReadOnlySpan<string>)[", D.C.", ", DC", ", NY", ", N.Y.", ", CA"])
        {
            end = text.EndsWith(tail, StringComparison.Ordinal) ? text.Length - tail.Length : end;
        }
        var depth = 0;
        for (var i = end - 1; i > 0; i--)
        {
            depth += text[i] == ')' ? 1 : text[i] == '(' ? -1 : 0;
            if (text[i] == ',' && depth == 0)
            {
                return i;
            }
        }
        return -1;
    }

    [GeneratedRegex(@"^(?:(?:signed )?on behalf of\b.{0,80}:?|(?:co-?)?sign(?:ed|atories)(?: (?:by|organi[sz]ations|groups|on|include|to))*\b.{0,60}:?|(?:the )?undersigned\b.{0,60}:?|(?:this (?:letter|statement) (?:is|was|has been) )?(?:endorsed|supported|signed) by\b.{0,60}:?|(?:list of )?(?:signatories|signatory organi[sz]ations|endorsers|supporting organi[sz]ations)\b.{0,40}:?|(?:the following|these) (?:\p{L}+ ){0,3}(?:organi[sz]ations|groups|individuals|ngos)\b.{0,60}:)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Opening();
}
