using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>Names, phones and postal addresses after a release. Shown, never indexed.</summary>
internal static partial class ContactLine
{
    /// <summary>A line that opens a contact block by what it says: "Contact: World Uyghur Congress".</summary>
    public static bool Opens(string text) => text.Length <= 160 && Opening().IsMatch(text);

    /// <summary>A line of one: a phone number, an e-mail address, a street with its number, a town with its postal code.</summary>
    // +49 89 5432 1999 or [email protected]
    // 68-37 108th Street,6A
    // Forest Hills, NY 11375
    public static bool Is(string text) => text.Length <= 140 && (Opens(text) || Telephone().IsMatch(text) || Mail().IsMatch(text) || (text.Length <= 90 && (Street().IsMatch(text) || PostalCode().IsMatch(text))));

    [GeneratedRegex(@"^(?:(?:media |press |for )?(?:more information|further information|interviews?|media enquiries|media inquiries|press enquiries|press inquiries)\b.{0,60}(?:contact|:)|(?:media |press )?(?:contacts?|enquiries|inquiries)(?: (?:person|information|details|us))?\s*:|(?:media|press) contacts?\b.{0,20}$|for (?:more|further) (?:information|details)\b)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:(?:tel|telephone|phone|ph|mobile|mob|cell|cellular|fax|office|whatsapp|signal|t|m|p|f)(?:\.|\s?/\s?\w+|\b)\s*[:.]?\s*[+(]?\d|\+\d[\d ()/.-]{6,}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b)|(?:tel|phone|mobile|fax|cell|cellular)[a-z/. ]{0,8}:\s*[+(]?\d|\+\d{1,3}[ .(-][\d ().-]{6,}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^(?:e-?mail|web(?:site)?|twitter|facebook|skype)\s*:\s*\S|^[\w.+-]+@[\w-]+\.[\w.]+$|^[^.]{0,60}[\w.+-]+@[\w-]+\.[\w.]+[\s.)]*$|\[email.protected\]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^(?:\d[\d/-]*[a-z]?,? (?:\d+(?:st|nd|rd|th) )?(?:[\p{Lu}][\p{L}.’'-]* ){0,4}(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|drive|boulevard|blvd\.?|square|place|way|court|suite|floor|house|building|terrace|rue|plaza)\b.{0,40}|(?:p\.? ?o\.? box|suite|floor|postfach)\b.{0,60}|(?:\p{Lu}[\p{L}.-]*(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|laan|straat|gatan)|(?:rue|avenue|place|via|calle) (?:\p{L}+ ){1,4}) ?\d+.{0,30})$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Street();

    [GeneratedRegex(@"(?:^|, |\s)(?:[A-Z]{2},? \d{5}(?:-\d{4})?|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})(?:, \p{L}[\p{L} .]*)?$|^(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}\p{L}+(?:[ ,-]+\p{L}+){0,4}$", RegexOptions.None, 1000)]
    private static partial Regex PostalCode();
}
