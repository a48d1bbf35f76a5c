using System.Text.RegularExpressions;
using Archive.Import.Layouts;

namespace Archive.Import.Blocks.Mail;

/// <summary>What an exported chat prints before every message: "[15/02/2021, 09:12:33] Anna: Title", "15.02.21, 09:12 - Anna: Title".</summary>
internal static partial class ChatStamps
{
    private const int FewestLines = 2;

    /// <summary>Takes them off where two lines or more have one; a message may go on over several lines.</summary>
    public static void TakeOff(Page page)
    {
        var stamped = page.Content.Where(index => page.Text(index) is { Length: > 18 } text && (char.IsAsciiDigit(text[0]) || text[0] == '[') && Stamp().IsMatch(text)).ToList();
        if (stamped.Count < FewestLines)
        {
            return;
        }
        foreach (var index in stamped)
        {
            page.Retell(index, Stamp().Match(page.Text(index)).Groups["said"].Value);
        }
    }

    [GeneratedRegex(@"^\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.? ?m\.?)?(?:\]| -) ~? ?[^:\[\]]{1,40}: (?<said>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stamp();
}
