using System.Text.RegularExpressions;
using Archive.Import.Dates;

namespace Archive.Import.Blocks.Mail;

/// <summary>The head of a mail that is forwarded or answered ("From: …", "Von: …", "发件人："), the mark above it, and the line that introduces a quoted one.</summary>
internal static partial class MailHeads
{
    private static readonly HashSet<string> Subjects = Set("subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "ämne", "emne", "temat", "předmět", "konu", "тема", "الموضوع", "تېما", "主题", "主旨", "件名", "제목");

    private static readonly HashSet<string> Dates = Set("date", "sent", "datum", "gesendet", "envoyé", "fecha", "enviado", "enviado el", "data", "inviato", "verzonden", "skickat", "sendt", "dato", "data wysłania", "wysłano", "tarih", "gönderildi", "gönderilme tarihi", "дата", "отправлено", "التاريخ", "چېسلا", "发送时间", "日期", "寄件日期", "送信日時", "日付", "날짜");

    private static readonly HashSet<string> Others = Set(
        "from", "to", "cc", "bcc", "reply-to", "message-id", "mime-version", "content-type", "content-transfer-encoding", "importance", "attachments", "list-id", "list-unsubscribe",
        "von", "an", "kopie", "antwort an", "de", "à", "copie à", "répondre à", "para", "da", "a", "van", "aan", "från", "till", "fra", "til", "od", "do", "komu", "kimden", "kime", "bilgi", "от", "от кого", "кому", "копия", "من", "إلى", "نسخة", "ئەۋەتكۈچى", "发件人", "收件人", "抄送", "寄件者", "收件者", "差出人", "宛先", "보낸 사람", "받는 사람");

    /// <summary>"Subject: Fwd: Uyghur News (…)".</summary>
    /// <returns>What a subject's line says, without "Re:" and "Fwd:"; null for other lines.</returns>
    public static string? Subject(string text) =>
        Named(text) is { } head && Subjects.Contains(head.Name) ? Answered().Replace(text[head.Length..], "").Trim('*', '_', ' ') is { Length: > 0 } said ? said : null : null;

    /// <summary>"Sent: Wednesday, March 3, 2021 9:12 AM".</summary>
    /// <returns>The day; null for other lines, and where it is not read.</returns>
    public static DateOnly? Date(string text)
    {
        if (Named(text) is not { } head || !Dates.Contains(head.Name))
        {
            return null;
        }
        var said = text[head.Length..].Trim('*', '_', ' ');
        var time = Clock().Match(said);
        return Period.Parse(time.Success ? said[..time.Index].Trim(' ', ',') : said) is { Precision: Store.DatePrecision.Day, First: { } first, Last: { } last } && first == last ? first : null;
    }

    /// <summary>A line of a head. One alone is none: "From: Lhasa" is a headline.</summary>
    public static bool Is(string text) => Named(text) is { } head && (Subjects.Contains(head.Name) || Dates.Contains(head.Name) || Others.Contains(head.Name));

    /// <summary>Nothing but mail addresses, as a long "To:" goes on.</summary>
    public static bool IsAddresses(string text) => text.Contains('@') && text.Length <= 400
        && Array.TrueForAll(text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), one => one.Count(c => c == '@') == 1 && Prose.Words(one) <= 10 && !one.Contains('/'));

    /// <summary>"---------- Forwarded message ---------", and "On Mon, 15 Feb 2021 at 09:12, Desk &lt;desk@example.org&gt; wrote:".</summary>
    public static bool IsForwarding(string text) => text.Length <= 240
        && (text[^1] is ':' or '：' ? Forwarded().IsMatch(text) || Wrote().IsMatch(text) || HasSender(text) : text[^1] is '-' or ']' && Forwarded().IsMatch(text));

    /// <summary>The first of two lines of such an introduction: its end stands on the next.</summary>
    public static bool IsForwarding(string text, string? next) => next is { Length: <= 60 } && text.Length <= 200 && text.Contains('@') && Clock().IsMatch(text) && IsForwarding($"{text} {next}");

    // пн, 15 февр. 2021 г. в 09:12, Desk <desk@example.org>:
    private static bool HasSender(string text) => Sender().IsMatch(text) && Clock().IsMatch(text);

    // "From:", "*Von:*", "À :", "发件人："
    private static (string Name, int Length)? Named(string text)
    {
        var start = text[0] is '*' or '_' ? text.AsSpan().IndexOfAnyExcept("*_") : 0;
        var colon = text.AsSpan(0, Math.Min(text.Length, 24)).IndexOfAny(':', '：');
        return start < 0 || colon <= start ? null : (text[start..colon].Trim('*', '_', ' '), colon + 1);
    }

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[\s*_]*(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|ynt|ilt|i|r|odp|回复|回覆|答复|转发|轉寄)\s*[:：]\s*)*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Answered();

    [GeneratedRegex(@"(?: at | um | à | a las | alle | om | kl\.? )?\b\d{1,2}[:.h]\d{2}(?!\.?\d)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"<[^@\s<>]+@[^@\s<>]+>", RegexOptions.None, 1000)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^(?:-{2,} ?(?:.{0,30} )?(?:message|nachricht|mensaje|mensagem|messaggio|bericht|meddelande|melding|wiadomość|zpráva|ileti|mesaj|сообщение|письмо|رسالة|邮件|郵件|メッセージ)(?: .{1,30})? ?-{2,}|(?:begin forwarded message|anfang der weitergeleiteten (?:e-?mail|nachricht)|début du (?:message|mail) (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|vidarebefordrat brev|начало переадресованного сообщения) ?:|.{1,60}, \[\d{1,2}\.\d{1,2}\.\d{2,4} \d{1,2}:\d{2}(?::\d{2})?\]:?)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Forwarded();

    [GeneratedRegex(@"^(?:on|am|le|el|em|il|op|den|dne|dnia) .{6,190}(?:wrote|schrieb(?: .{1,80})?|a écrit|escribió|escreveu|ha scritto|schreef(?: .{1,80})?|skrev(?: .{1,80})?|napsal(?:\(a\))?|napisał(?:\(a\))?) ?[:：]$|.{6,190}(?:şunu yazdı|tarihinde yazdı|写道|寫道|のメール) ?[:：]$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Wrote();
}
