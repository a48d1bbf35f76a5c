using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>The fixed places of a letter: to whom, with copies to whom, how it greets and how it closes.</summary>
internal static partial class LetterParts
{
    private static readonly KeyWords GreetingWords = new("dear", "excellenc", "highness", "holiness", "eminence", "concern", "onorable", "onourable", "respected", "mr", "ms", "madam", "mme", "sir");
    private static readonly KeyWords ClosingWords = new("sincerely", "respect", "faithfully", "truly", "cordially", "regards", "wishes", "thanks", "gratitude", "yours", "solidarity", "signed");
    private static readonly KeyWords CopyWords = new("cc", "c.c", "cop");

    // Dear Mr. President,
    public static bool IsSalutation(string text) => text.Length <= 120 && GreetingWords.Open(text) && Greeting().IsMatch(text);

    // Secretary General:
    // "Mr." glued to the line above belongs to it.
    public static bool IsBareSalutation(string text) => text.Length <= 60 && text[^1] is ':' or ',' && Address().IsMatch(text);

    // Sincerely,
    public static bool IsSignOff(string text) => text.Length <= 60 && ClosingWords.Open(text) && Closing().IsMatch(text);

    // CC: Volkan Bozkir
    public static bool IsCopy(string text) => text.Length <= 160 && CopyWords.Open(text) && CopyTo().IsMatch(text);

    public static string WithoutCopyMark(string text) => CopyTo().Replace(text, "", 1).Trim();

    public static bool IsTo(string text) => text.Length <= 160 && To().IsMatch(text);

    public static string WithoutTo(string text) => To().Replace(text, "", 1).Trim();

    /// <summary>"Re: …": what the letter is about, or null.</summary>
    public static string? Subject(string text) => text.Length <= 200 && About().Match(text) is { Success: true } about ? text[about.Length..].Trim() : null;

    /// <summary>"New York, NY 10017Mr." → what was glued on, or null.</summary>
    public static string? GluedHonorific(string text) => Glued().Match(text) is { Success: true } glued ? glued.Groups["title"].Value : null;

    [GeneratedRegex(@"^(?:dear\b.{1,100}|(?:your )?(?:excellenc(?:y|ies)|highness|holiness|eminence)\b.{0,60}[,:]|to whom it may concern.?|(?:honou?rable|respected) .{2,80}[,:]|(?:mr|mrs|ms|madam|mme|sir)\.? .{2,60}[,:])$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(?:madam |mr\.? |mrs\.? |ms\.? )?(?:deputy |vice[- ]|high |under-?)?(?:secretary|president|prime minister|minister|ambassador|commissioner|chair(?:man|woman|person)?|director|chancellor|senator|governor|speaker|excellency)\b[\p{L} -]{0,30}[:,]$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:(?:yours |very |most )*(?:sincerely|respectfully|faithfully|truly|cordially)(?: yours| submitted)?|(?:with |kind |best |warm |warmest |kindest |our |my )+(?:regards|wishes|respect|thanks|gratitude)(?: and .{2,20})?|respectfully,|yours,|in solidarity|signed(?!:))\s*[,.:]?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:re|subject|regarding|concerning|ref)\s*:\s*(?=\S)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:c\.?c\.?|copy(?: to)?|copies(?: to)?|carbon copy)\s*[:.]\s*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex CopyTo();

    [GeneratedRegex(@"^(?:(?:to|attn|attention)\s*:\s*|to (?=(?:the|his|her|mr|mrs|ms|dr|president|prime)\b[^.]{3,90}$))", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex To();

    [GeneratedRegex(@"\d(?<title>(?:Mr|Mrs|Ms|Dr|Madam|Mme)\.?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Glued();
}
