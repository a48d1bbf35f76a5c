using System.Globalization;
using Archive.Store.Accounts;

namespace Archive.Web.Accounts.Passkeys;

/// <summary>What an owner calls a passkey: one short line.</summary>
internal static class PasskeyNames
{
    public static string Of(string typed)
    {
        var name = string.Concat(typed.EnumerateRunes().Where(rune => !IsHidden(rune)).Select(rune => rune.ToString())).Trim();
        // An accent or a half of a sign beyond the sixtieth character goes with it.
        name = name.Length <= Passkey.LongestName ? name : new StringInfo(name).SubstringByTextElements(0, Math.Min(new StringInfo(name).LengthInTextElements, Passkey.LongestName / 2));
        return name.Length is 0 or > Passkey.LongestName ? "Passkey" : name;
    }

    private static bool IsHidden(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
