using System.Text.RegularExpressions;
using Archive.Import.Layouts;
using Archive.Import.Lines;

namespace Archive.Import.Blocks;

/// <summary>What a mail puts round a list: heads, the marks of forwarding, greetings, signatures.</summary>
internal static partial class MailParts
{
    // Content lines below "-- ", or below a sign-off: more is no signature.
    private const int LongestSignature = 12;

    // Fwd: Uyghur News (Monday – Friday, February 15 – 19, 2021)
    /// <returns>What a "Subject:" line says, without "Re:" and "Fwd:"; null for other lines.</returns>
    public static string? Subject(string text) =>
        text.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase) && SubjectLine().Match(text) is { Success: true } match ? match.Groups["subject"].Value : null;

    /// <summary>"--" alone on a line, where mail programs put it above a signature.</summary>
    public static bool OpensSignature(string text) => text is "--" or "—" or "- -";

    /// <summary>Takes the parts of mails off a list: they are boilerplate.</summary>
    /// <param name="isKept">The list's title may be a mail's subject.</param>
    public static void Drop(Page page, List<int> content, Func<int, bool> isKept)
    {
        HashSet<int> dropped = [];
        var mayGreet = true;
        for (var k = 0; k < content.Count; k++)
        {
            var text = page.Text(content[k]);
            mayGreet &= WebAddress.Find(text) is null;
            var heads = content.Skip(k).TakeWhile(index => Head().IsMatch(page.Text(index))).Count();
            if (heads >= 2)
            {
                dropped.UnionWith(content.Skip(k).Take(heads));
                k += heads - 1;
            }
            else if (OpensSignature(text) || IsSignOff(page, content, k))
            {
                dropped.UnionWith(Signature(page, content, k));
            }
            else if (IsForwarding(text) || Footer().IsMatch(text) || mayGreet && IsGreeting(text))
            {
                dropped.Add(content[k]);
            }
        }
        dropped.RemoveWhere(index => isKept(index) || page.Choice(index) is not null);
        foreach (var index in dropped)
        {
            page.Roles[index] = LineRole.Boilerplate;
        }
        content.RemoveAll(dropped.Contains);
    }

    // ---------- Forwarded message ---------
    // On Mon, 15 Feb 2021 at 09:12, Desk <desk@example.org> wrote:
    private static bool IsForwarding(string text) => text.Length <= 200 && Forwarding().IsMatch(text);

    // "Dear all," opens a mail; below its first links it is a headline like others.
    private static bool IsGreeting(string text) => text.Length <= 40 && Greeting().IsMatch(text);

    // "Best wishes," and a name, at the end of what was pasted or before a mail that it answers.
    private static bool IsSignOff(Page page, List<int> content, int k) =>
        page.Text(content[k]) is { Length: <= 40 } text && SignOff().IsMatch(text) && Signature(page, content, k).Count is > 1 and <= 5;

    private static List<int> Signature(Page page, List<int> content, int k)
    {
        var lines = content.Skip(k).TakeWhile((index, i) => i == 0 || !IsForwarding(page.Text(index)) && !Head().IsMatch(page.Text(index))).ToList();
        return lines.Count <= LongestSignature ? lines : [content[k]];
    }

    [GeneratedRegex("^(?:from|to|cc|bcc|date|sent|subject|reply-to|message-id|mime-version|content-type|content-transfer-encoding):", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^subject:\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)*(?<subject>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubjectLine();

    [GeneratedRegex(@"^(?:-{3,} ?(?:forwarded|original) message ?-{3,}|begin forwarded message:|(?:on|am|le) .{6,160}(?:wrote|schrieb .{1,80}|a écrit) ?:)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Forwarding();

    [GeneratedRegex(@"^(?:sent from my \S+(?: \S+)?\.?|get outlook for \S+|sent (?:via|with|from) .{2,30} (?:mail|secure email)\.?|you received this (?:message|e-?mail) because .*|to unsubscribe\b.*|unsubscribe.{0,60}|_{10,}|={10,}|-{10,})$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Footer();

    [GeneratedRegex(@"^(?:dear|hi|hello|good (?:morning|afternoon|evening))(?: (?:all|everyone|everybody|team|colleagues|friends|both|\p{Lu}\p{Ll}+)){0,3} ?[,!.:–-]?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(?:best|kind|warm)(?:est)?(?: (?:regards|wishes))?,?$|^(?:regards|cheers|thanks|many thanks|all the best|yours(?: sincerely| truly)?|sincerely),?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SignOff();
}
