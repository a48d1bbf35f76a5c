using System.Text;
using Archive.Store;

namespace Archive.Web.Accounts.Passwords;

/// <summary>
/// Which passwords are refused: short ones, and those made of words that everybody tries first (refused-words.txt), of the site's own
/// words, of runs ("12345", "qwerty", "aaaa"). No rule about capitals or signs; long ones, blanks and any script are welcome.
/// </summary>
internal static class PasswordRules
{
    public const int Shortest = 12;

    public const int Longest = 1000;

    // What is left when each common word and each run counts as one character.
    private const int LeastOfOnesOwn = 8;

    private const int ShortestRun = 3;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    private static readonly string[] Common = Read();

    /// <returns>Why it is refused, in a sentence; null where it is not.</returns>
    public static string? Refusal(string password, string site, string name)
    {
        if (password.EnumerateRunes().Count() < Shortest)
        {
            return $"A password has at least {Shortest} characters; four or five unrelated words are easy to remember.";
        }
        if (password.Length > Longest)
        {
            return $"A password has at most {Longest} characters.";
        }
        string[] own = [.. Fold.Text($"{site} {name}").Split(' ').Where(word => word.Length >= ShortestRun)];
        return OfOnesOwn(Plain(password), [.. Common.Concat(own).OrderByDescending(word => word.Length)]) < LeastOfOnesOwn
            ? "That is among the first that somebody would try: common words, names of this site, or runs of keys. Please choose another; four or five unrelated words are good."
            : null;
    }

    // Folded, with the letters that signs stand in for.
    private static string Plain(string password)
    {
        var plain = new StringBuilder(password.Length);
        foreach (var c in password)
        {
            plain.Append(c switch { '@' => 'a', '$' => 's', '!' => 'i', _ => c });
        }
        return Fold.Text(plain.ToString()).Replace(" ", "", StringComparison.Ordinal);
    }

    private static int OfOnesOwn(string plain, IReadOnlyList<string> words)
    {
        var count = 0;
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (var at = 0; at < plain.Length; count++)
        {
            var rest = plain.AsSpan(at);
            var length = Math.Max(LengthOfWord(rest, words), LengthOfRun(rest));
            // What is only said again adds nothing.
            if (length == 0 && at + 4 <= plain.Length && !seen.Add(plain.Substring(at, 4)))
            {
                length = 4;
            }
            at += Math.Max(1, length);
        }
        return count;
    }

    private static int LengthOfWord(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) || text.StartsWith(word.Replace('o', '0').Replace('i', '1').Replace('e', '3'), StringComparison.Ordinal))
            {
                return word.Length;
            }
        }
        return 0;
    }

    private static int LengthOfRun(ReadOnlySpan<char> text)
    {
        var same = 1;
        while (same < text.Length && text[same] == text[0])
        {
            same++;
        }
        var longest = same;
        foreach (var row in Rows)
        {
            longest = Math.Max(longest, Math.Max(Along(text, row, 1), Along(text, row, -1)));
        }
        return longest >= ShortestRun ? longest : 0;
    }

    private static int Along(ReadOnlySpan<char> text, string row, int direction)
    {
        var length = 0;
        for (var key = row.IndexOf(text[0], StringComparison.Ordinal); key >= 0 && key < row.Length && length < text.Length && text[length] == row[key]; key += direction)
        {
            length++;
        }
        return length;
    }

    private static string[] Read()
    {
        using var words = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("refused-words.txt")!);
        return [.. words.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').SelectMany(line => line.Split(' '))];
    }
}
