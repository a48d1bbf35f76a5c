using System.Text.RegularExpressions;

namespace Archive.Import.Blocks.Mail;

/// <summary>What stands below a list in a mail: a sign-off, who signs, and what programs and lists of mail add.</summary>
internal static partial class MailClosing
{
    private static readonly HashSet<string> SignOffs = new(
    [
        "best", "best regards", "best wishes", "all best", "all the best", "kind regards", "kindest regards", "warm regards", "warmest regards", "warm wishes", "warmly", "with best wishes", "with best regards", "with kind regards", "with warm regards", "regards", "cheers", "thanks", "thank you", "many thanks", "thanks a lot", "thanks again", "thanks and regards", "thanks and best wishes", "thank you all",
        "with thanks", "yours", "yours sincerely", "yours truly", "yours faithfully", "sincerely", "sincerely yours", "respectfully", "in solidarity", "in peace", "love", "take care", "talk soon", "see you", "see you tomorrow", "have a good day", "have a nice day", "have a great day", "have a good weekend", "have a nice weekend", "have a great weekend", "have a good evening", "have a good week", "enjoy", "enjoy the weekend", "enjoy reading",
        "mit freundlichen grüßen", "mit freundlichen grüssen", "mit besten grüßen", "mit herzlichen grüßen", "freundliche grüße", "freundliche grüsse", "viele grüße", "viele grüsse", "liebe grüße", "liebe grüsse", "beste grüße", "beste grüsse", "herzliche grüße", "herzliche grüsse", "schöne grüße", "grüße", "gruß", "lg", "mfg", "vg", "danke", "vielen dank", "schönes wochenende", "schönen tag noch", "bis bald", "bis morgen",
        "cordialement", "bien cordialement", "bien à vous", "bien à toi", "amicalement", "meilleures salutations", "sincères salutations", "salutations", "bonne journée", "bon week-end", "merci", "à bientôt", "à demain",
        "saludos", "saludos cordiales", "un saludo", "un cordial saludo", "un abrazo", "abrazos", "atentamente", "gracias", "muchas gracias", "cordiali saluti", "un saluto", "saluti", "un caro saluto", "grazie", "atenciosamente", "cumprimentos", "obrigado", "obrigada", "abraços",
        "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "groet", "groeten", "groetjes", "mvg", "med vänlig hälsning", "med vänliga hälsningar", "vänliga hälsningar", "hälsningar", "mvh", "med vennlig hilsen", "med venlig hilsen", "hilsen", "pozdrawiam", "z poważaniem", "s pozdravem",
        "saygılarımla", "saygılarımızla", "saygılar", "selamlar", "sevgiler", "iyi çalışmalar", "iyi günler", "teşekkürler", "с уважением", "с наилучшими пожеланиями", "с приветом", "спасибо", "всего доброго", "всего хорошего", "құрметпен",
        "مع أطيب التحيات", "مع خالص التحية", "مع التحية", "تحياتي", "تحياتنا", "وشكرا", "شكرا", "شكراً", "ھۆرمەت بىلەن", "رەھمەت", "با احترام", "با سپاس", "此致", "敬礼", "此致敬礼", "祝好", "祝安", "谢谢", "顺颂商祺", "敬上", "よろしくお願いします", "よろしくお願いいたします", "감사합니다", "ཐུགས་རྗེ་ཆེ",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly KeyWords FooterWords = new("sent", "get ", "von ", "aus ", "gesend", "nachricht", "envoyé", "provenance", "enviado", "inviato", "verzonden", "verstuurd", "skickat", "wysłane", "отправлено", "gönderildi", "发自", "從我", "から送信", "رسلت", "outlook",
        "you", "to ", "subscri", "view ", "read ", "this ", "update ", "manage ", "change ", "_____", "=====", "-----", "*****", "caution", "external", "virus", "please consider", "if you ", "diese ", "omitted", "ausgeschlossen", "omitido", "omis", "message");

    private static readonly KeyWords AsideWords = new("let me know", "feel free", "hope ", "apologies", "sorry", "more ", "that", "have a ");

    /// <summary>"--" alone on a line, where mail programs put it above a signature.</summary>
    public static bool OpensSignature(string text) => text is "--" or "—" or "- -" or "––";

    /// <summary>"Best wishes,", and "Best wishes, Anna" on one line.</summary>
    public static bool IsSignOff(string text)
    {
        if (text.Length > 60)
        {
            return false;
        }
        var bare = text.TrimEnd('!', '！', '.', ',', '，', '،', '。', ' ', '-', '–', '*', '_').TrimStart('*', '_', ' ');
        var comma = bare.IndexOfAny([',', '，', '،']);
        return SignOffs.Contains(bare) || comma > 0 && SignOffs.Contains(bare[..comma].TrimEnd()) && bare[(comma + 1)..].Trim(' ', '*', '_') is { Length: > 0 } name && Prose.Words(name) <= 3 && IsTitled(name);
    }

    /// <summary>A line such as stands in a signature: a name, a post, an organisation, how to reach them.</summary>
    /// <param name="mostWords">How many words a line may have that are not written as names.</param>
    public static bool CouldSign(string text, int mostWords)
    {
        if (IsFooter(text) || Telephone().IsMatch(text))
        {
            return true;
        }
        var marks = HeadlineMarks.Read(text);
        if (marks.Link is { } link)
        {
            // A home page or somebody's own page signs; an article does not.
            return Prose.Words(marks.Text) <= mostWords && (link.Url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || OwnPage().IsMatch(link.Url));
        }
        return text.Contains('@') && Prose.Words(text) <= 10 || Prose.Words(text) <= mostWords || Prose.Words(text) <= 9 && text.Length <= 90 && IsTitled(text) && (text.Contains('|') || !OutletMark.HasTail(text));
    }

    /// <summary>Put below by programs and lists of mail, wherever it stands.</summary>
    public static bool IsFooter(string text) => text.Length <= 300 && FooterWords.Open(text) && (Sent().IsMatch(text) && Device().IsMatch(text) || Listed().IsMatch(text) || Notice().IsMatch(text));

    /// <summary>"Links mailing list", above the addresses of one.</summary>
    public static bool NamesMailingList(string text) => text.Length <= 80 && text.EndsWith("mailing list", StringComparison.OrdinalIgnoreCase);

    /// <summary>Said to those who read the mail, below its list.</summary>
    public static bool IsAside(string text) => text.Length <= 200 && AsideWords.Open(text) && WebAddress.Find(text) is null && !OutletMark.HasTail(text) && Aside().IsMatch(text);

    /// <summary>"PS one more:" goes on with the list.</summary>
    public static bool IsPostscript(string text) => text.Length <= 80 && text[^1] is ':' && Postscript().IsMatch(text);

    private static bool IsTitled(string text) =>
        text.Split([' ', ',', '|', '/', '·', '•', '-', '–'], StringSplitOptions.RemoveEmptyEntries).All(word => !char.IsLower(word[0]) || Small.Contains(word));

    private static readonly HashSet<string> Small = new(["of", "and", "for", "the", "at", "in", "de", "des", "du", "la", "le", "et", "von", "und", "für", "der", "die", "y", "del", "da", "di", "van", "e", "i", "ve", "och"], StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:sent (?:from|via|with|using) (?:my |the |a )?[\p{L}\d .™®']{2,50}|get (?:the )?(?:outlook|yahoo|bluemail|spark)\b.{0,60}|(?:von|aus) (?:meinem|mein|der) .{2,40} (?:gesendet|geschickt|verschickt)|gesendet (?:von|mit|aus) .{2,50}|diese nachricht wurde von meinem .{2,50} gesendet.?|(?:envoyé|provenance) (?:de|depuis|à partir|:) .{2,50}|enviado (?:desde|do|de|a partir) .{2,50}|inviato (?:da|dal) .{2,50}|verzonden (?:vanaf|met|via) .{2,50}|verstuurd (?:vanaf|met|via) .{2,50}|skickat från .{2,50}|sendt fra .{2,50}|wysłane z .{2,50}|отправлено (?:с|из) .{2,50}|.{2,30}(?:umdan|imden|'?dan|'?den) gönderildi|发自我的.{1,30}|從我的.{1,30}傳送|.{2,30}から送信|أُ?رسلت? من .{2,50}|outlook für .{2,30} (?:herunterladen|beziehen)|télécharge[rz] outlook .{0,40}|obtener outlook .{0,40})\.?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Sent();

    // What "Sent from exile" does not name.
    [GeneratedRegex("phone|ipad|android|samsung|galaxy|pixel|outlook|mail|yahoo|proton|windows|huawei|xiaomi|blackberry|mobil|tablet|handy|portable|móvil|手机|手機|スマ|موبايل|телефон|gmx|web\\.de", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Device();

    [GeneratedRegex(@"^(?:you(?:'re| are)? (?:received|receiving|are subscribed)\b.{0,160}|to (?:unsubscribe|stop receiving|view this (?:discussion|email|message)|subscribe|post to this (?:group|list)|manage your subscription)\b.*|unsubscribe.{0,80}|(?:view|read) (?:this|in) (?:e-?mail|message|in|your|the)\b.{0,40}browser.{0,10}|this (?:e-?mail|message) was sent to .{3,120}|(?:update|manage|change) (?:your )?(?:e-?mail )?(?:preferences|subscription).{0,60}|_{5,}|={5,}|-{5,}|\*{5,})$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^(?:caution: ?(?:this|external)\b.*|\[?external(?: e-?mail| sender)?\]?|virus[- ]free\.?.{0,40}|this (?:e-?mail|message|communication)(?: \(?(?:and|including) any (?:attachments?|files).{0,60}?)? (?:is|are|may be|may contain|contains?|was) (?:confidential|intended|privileged|for the (?:sole|use|addressee|named|intended|recipient))\b.*|please consider the environment\b.*|if you (?:are not|have received) .{0,20}(?:intended recipient|this (?:e-?mail|message) in error)\b.*|diese e-?mail (?:enthält|kann) vertrauliche\b.*|<(?:media omitted|medien ausgeschlossen|multimedia omitido|médias omis)>|(?:image|video|audio|gif|sticker|document) omitted|(?:you deleted this message|this message was deleted)\.?|.{0,30} ?messages and calls are end-to-end encrypted\..*)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Notice();

    [GeneratedRegex(@"^(?:please )?(?:let me know\b.*|feel free to\b.*|hope (?:this|that|it) (?:helps|is useful|is of interest)\b.*|(?:apologies|sorry) for (?:any |the )?(?:cross-?post|duplic|delay|late)\w*\b.*|more (?:tomorrow|on monday|next week)[.!]?|that'?s (?:all|it) (?:for (?:today|now|this week))?[.!]?|have a (?:good|nice|great|lovely|restful|wonderful) \w+(?:,? (?:all|everyone))?[.!]?)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(?:(?:tel|phone|ph|mobile|mob|cell|fax|t|m|f|telefon|tél|teléfono|тел|电话|whatsapp|signal|skype)[.:]* ?)?[+(]?\d[\d ()./-]{5,24}\d(?:\s*\|.{0,80})?$|^(?:tel|phone|mobile|cell|fax|telefon|tél|whatsapp|signal|skype)[.:]+ .{3,60}$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^https?://(?:[^/]+/?|(?:[a-z]+\.)?(?:twitter|x|facebook|instagram|linkedin|youtube|telegram|medium|threads)\.(?:com|net)/(?:in/|company/|@)?[^/?]+/?|t\.me/[^/]+/?|bsky\.app/profile/[^/]+)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OwnPage();

    [GeneratedRegex(@"^p\.? ?p?\.? ?s\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Postscript();
}
