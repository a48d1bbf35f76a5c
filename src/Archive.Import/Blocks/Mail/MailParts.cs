using Archive.Import.Layouts;
using Archive.Import.Lines;

namespace Archive.Import.Blocks.Mail;

/// <summary>Takes what a mail puts round a list off it: heads, the marks of forwarding, greetings, signatures. They are boilerplate.</summary>
internal sealed partial class MailParts
{
    // Content lines below "-- ", or below a sign-off: more is no signature.
    private const int LongestSignature = 14;

    // Below so many lines of the list itself nobody is greeted any more.
    private const int GreetingWithin = 3;

    // At the end of a list.
    private const int LastLines = 5;

    // A name, a post; of names and addresses there may be longer ones.
    private const int MostWords = 5;

    private readonly Page page;
    private readonly List<int> content;
    private readonly Func<int, bool> isKept;
    private readonly HashSet<int> dropped = [];
    private readonly SortedSet<int> doubtful = [];
    private readonly bool hasSeparators;

    private MailParts(Page page, List<int> content, Func<int, bool> isKept)
    {
        (this.page, this.content, this.isKept) = (page, content, isKept);
        // One signature for each mail.
        var marks = content.Count(index => MailClosing.OpensSignature(page.Text(index)));
        hasSeparators = marks > 1 && marks > content.Count(index => MailHeads.IsForwarding(page.Text(index))) + 1;
    }

    /// <param name="content">Loses the lines that are dropped.</param>
    /// <param name="isKept">The list's title may be a mail's subject.</param>
    public static void Drop(Page page, List<int> content, Func<int, bool> isKept)
    {
        var parts = new MailParts(page, content, isKept);
        parts.Read();
        foreach (var index in parts.dropped)
        {
            page.Roles[index] = LineRole.Boilerplate;
        }
        content.RemoveAll(parts.dropped.Contains);
        foreach (var index in parts.doubtful.Except(parts.dropped))
        {
            page.Problem(index, "mail-doubtful", "this may be a greeting or a signature, and no headline");
        }
    }

    private string Text(int k) => page.Text(content[k]);

    // An editor or its wording has said what it is.
    private bool IsGiven(int k) => isKept(content[k]) || page.Choice(content[k]) is not null;

    private void Read()
    {
        var own = 0;
        for (var k = 0; k < content.Count; k++)
        {
            if (IsGiven(k))
            {
                own += page.Choice(content[k]) is null ? 0 : 1;
                continue;
            }
            if (Head(k) is > 0 and var lines)
            {
                Drop(k, lines);
                (k, own) = (k + lines - 1, 0);
            }
            else if (MailClosing.OpensSignature(Text(k)))
            {
                k += Signature(k);
                own = 0;
            }
            else if (MailClosing.IsSignOff(Text(k)))
            {
                k += SignOff(k);
                own = 0;
            }
            else if (MailClosing.IsFooter(Text(k)) || MailClosing.NamesMailingList(Text(k)) && Addresses(k) > 0)
            {
                var addresses = MailClosing.NamesMailingList(Text(k)) ? Addresses(k) : 0;
                Drop(k, addresses + 1);
                (k, own) = (k + addresses, 0);
            }
            else if (MailClosing.IsPostscript(Text(k)) || MailClosing.IsAside(Text(k)) && IsLast(k))
            {
                Drop(k, 1);
            }
            else
            {
                var greeting = own < GreetingWithin ? MailGreeting.Of(Text(k)) : MailPart.No;
                if (greeting == MailPart.Yes)
                {
                    Drop(k, 1);
                    continue;
                }
                if (greeting == MailPart.Doubtful)
                {
                    doubtful.Add(content[k]);
                }
                own += WebAddress.Find(Text(k)) is null && !HeadlineMarks.IsListed(Text(k)) ? 1 : GreetingWithin;
            }
        }
    }

    /// <summary>How many lines, from here, are a mail's head or introduce one.</summary>
    private int Head(int k)
    {
        if (MailHeads.IsForwarding(Text(k)))
        {
            return 1;
        }
        if (MailHeads.IsForwarding(Text(k), k + 1 < content.Count ? Text(k + 1) : null))
        {
            return 2;
        }
        var (lines, heads) = (0, 0);
        while (k + lines < content.Count && (MailHeads.Is(Text(k + lines)) || lines > 0 && MailHeads.IsAddresses(Text(k + lines))))
        {
            heads += MailHeads.Is(Text(k + lines)) ? 1 : 0;
            lines++;
        }
        return heads >= 2 ? lines : 0;
    }

    private bool BeginsMail(int k) => Head(k) > 0 || IsGiven(k) || MailGreeting.Of(Text(k)) == MailPart.Yes;

    // Few lines below it before the next mail, and no link.
    private bool IsLast(int k)
    {
        for (var after = k + 1; after < content.Count && !BeginsMail(after); after++)
        {
            if (after > k + LastLines || WebAddress.Find(Text(after)) is not null && !MailClosing.CouldSign(Text(after), MostWords))
            {
                return false;
            }
        }
        return k > 0;
    }

    private void Drop(int from, int lines)
    {
        for (var k = from; k < from + lines; k++)
        {
            if (!IsGiven(k))
            {
                dropped.Add(content[k]);
            }
        }
    }
}
