namespace Archive.Import.Blocks.Mail;

// How far a signature goes.
internal sealed partial class MailParts
{
    // "--" above a signature, or between the headlines of a list that uses it so.
    private int Signature(int k)
    {
        Drop(k, 1);
        var lines = hasSeparators ? 0 : Signing(k + 1, MostWords);
        if (lines > LongestSignature || lines == 0)
        {
            return 0;
        }
        Drop(k + 1, lines);
        // What comes below a signature is seldom of the list.
        for (var after = k + 1 + lines; after < content.Count && !BeginsMail(after); after++)
        {
            if (WebAddress.Find(Text(after)) is null)
            {
                doubtful.Add(content[after]);
            }
        }
        return lines;
    }

    // "Best wishes," and a name, at the end of what was pasted or before a mail that it answers.
    private int SignOff(int k)
    {
        var lines = Signing(k + 1, MostWords - 1);
        var end = k + 1 + lines;
        if (end < content.Count && !BeginsMail(end) && !MailClosing.OpensSignature(Text(end)))
        {
            // The list goes on below: a name there may be one.
            lines = k + 1 < content.Count && page.BlanksBefore(content[k + 1]) == 0 && MailClosing.CouldSign(Text(k + 1), 0) && Prose.Words(Text(k + 1)) <= 3 ? 1 : 0;
        }
        lines = lines > LongestSignature ? 0 : lines;
        Drop(k, lines + 1);
        return lines;
    }

    private int Signing(int from, int mostWords)
    {
        var lines = 0;
        while (lines <= LongestSignature && from + lines < content.Count && !BeginsMail(from + lines) && !MailClosing.OpensSignature(Text(from + lines)) && MailClosing.CouldSign(Text(from + lines), mostWords))
        {
            lines++;
        }
        return lines;
    }

    /// <summary>How many lines below it are nothing but addresses.</summary>
    private int Addresses(int k) => content.Skip(k + 1).Take(LastLines).TakeWhile(index => IsAddress(page.Text(index))).Count();

    private static bool IsAddress(string text) => MailHeads.IsAddresses(text) || WebAddress.Find(text) is { Start: 0 } link && link.End == text.Length;
}
