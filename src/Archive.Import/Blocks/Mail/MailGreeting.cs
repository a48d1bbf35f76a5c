namespace Archive.Import.Blocks.Mail;

/// <summary>Whether a line is part of a mail, and not of the list in it.</summary>
internal enum MailPart
{
    No,

    /// <summary>It may be: it stays a headline, and is in doubt.</summary>
    Doubtful,

    Yes,
}

/// <summary>What stands above a list in a mail: a greeting, and the sentence that says what comes.</summary>
internal static class MailGreeting
{
    private const int Longest = 240;

    // Beyond these, a sentence that seems to announce the list has a subject of its own.
    private const int MostOtherWords = 2;

    private static readonly char[] Ends = [',', '!', ':', '.', '–', '—', '-', '，', '！', '：', '。', '،', ';'];

    private static readonly string[] Wishes = ["hope you", "i hope you", "hope this", "i hope this", "we hope you", "hoping you", "hope everyone", "hope all", "i trust you", "ich hoffe, es geht", "ich hoffe es geht", "ich hoffe, ihr", "j'espère que vous", "j’espère que vous", "espero que est", "spero che stiate", "надеюсь, у вас"];

    public static MailPart Of(string line)
    {
        var text = line.Trim('*', '_', ' ');
        // "Dear Olympic sponsors, speak up – NYT" says who printed it.
        if (text.Length is < 2 or > Longest || HeadlineMarks.IsListed(line) || WebAddress.Find(text) is not null || OutletMark.HasTail(text))
        {
            return MailPart.No;
        }
        return Array.Exists(Wishes, wish => text.StartsWith(wish, StringComparison.OrdinalIgnoreCase)) ? MailPart.Yes : Opener(text) is { } opener ? Greeting(text[opener.Length..]) : Announcement(text);
    }

    // Dear all,
    // Dear all, here are the links of today.
    private static MailPart Greeting(string rest)
    {
        var (hasGroup, after) = Addressed(rest.TrimStart());
        if (!hasGroup)
        {
            // Dear Anna, below are today's links
            var end = after.IndexOfAny(Ends);
            var name = (end < 0 ? after : after[..end]).Trim();
            if (name.Length > 0 && !IsName(name) || name.Length > 40)
            {
                return MailPart.No;
            }
            if (end < 0)
            {
                // "Hello Anna", but "Hello Kitty Banned".
                return name.Length <= 12 && !name.Contains(' ') ? MailPart.Yes : MailPart.Doubtful;
            }
            // Hello, colleagues!
            after = after[end..].TrimStart(Ends).TrimStart();
            (hasGroup, after) = name.Length == 0 ? (true, Addressed(after).After) : (false, after);
        }
        after = after.Trim().TrimStart(Ends).Trim();
        if (!after.Any(char.IsLetter))
        {
            return MailPart.Yes;
        }
        var announced = Announcement(after);
        return announced == MailPart.Yes || hasGroup && (announced == MailPart.Doubtful || MailWords.Of(after).Any(word => MailWords.Pointers.Contains(word))) ? MailPart.Yes : MailPart.Doubtful;
    }

    // Here are the links of today.
    // Here are today's Uyghur headlines: two words more, and in doubt.
    private static MailPart Announcement(string text)
    {
        var words = MailWords.Of(text).ToList();
        var others = words.Count(word => !MailWords.Pointers.Contains(word) && !MailWords.Lists.Contains(word) && !MailWords.Talk.Contains(word) && !word.All(char.IsDigit));
        var points = words.Exists(MailWords.Pointers.Contains) || text.Contains("以下", StringComparison.Ordinal);
        var names = words.Exists(MailWords.Lists.Contains) || text.Contains("链接", StringComparison.Ordinal) || text.Contains("新闻", StringComparison.Ordinal);
        return !points || !names || words.Count > 24 ? MailPart.No
            : others == 0 || text.StartsWith("以下", StringComparison.Ordinal) ? MailPart.Yes
            : others <= MostOtherWords && words.Count > others * 2 ? MailPart.Doubtful : MailPart.No;
    }

    private static string? Opener(string text) => Array.Find(MailWords.Greetings, greeting => text.StartsWith(greeting, StringComparison.OrdinalIgnoreCase)
        && (text.Length == greeting.Length || !char.IsLetterOrDigit(text[greeting.Length]) || greeting[^1] > '\u2E80'));

    // "all", "everyone and friends", "Kolleginnen und Kollegen", "colleagues of the list"
    private static (bool HasGroup, string After) Addressed(string rest)
    {
        var (at, found) = (0, false);
        while (at < rest.Length)
        {
            var end = rest.IndexOf(' ', at) is >= 0 and var blank ? blank : rest.Length;
            var word = rest[at..end];
            var isGroup = MailWords.Groups.Contains(word.Trim(Ends));
            if (!isGroup && !MailWords.Joints.Contains(word.Trim(Ends)))
            {
                break;
            }
            (at, found) = (Math.Min(end + 1, rest.Length), found || isGroup);
            if (Array.IndexOf(Ends, word[^1]) >= 0)
            {
                break;
            }
        }
        // "Hello to all" greets a group, "Hello to Tibet’s new museum" none.
        return found ? (true, rest[at..]) : (false, rest);
    }

    // Anna; Ms Example; Dr. Mehmet Yilmaz
    private static bool IsName(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 3 } words && Array.TrueForAll(words, word => char.IsLetter(word[0]) && !char.IsLower(word[0]));
}
