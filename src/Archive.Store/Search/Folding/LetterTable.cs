using System.Globalization;
using System.Text;

namespace Archive.Store.Search.Folding;

/// <summary>Kind and folded form of every character, worked out once: cutting a text then is one look into an array for each.</summary>
internal static class LetterTable
{
    private const byte Several = 0x80;

    private static readonly byte[] Kinds = new byte[0x10000];

    // The folded character, or where it becomes several, their place in the list.
    private static readonly ushort[] Folded = new ushort[0x10000];

    private static readonly List<string> Sequences = [];

    static LetterTable()
    {
        var rows = Rows();
        for (var code = 0; code < 0x10000; code++)
        {
            var c = (char)code;
            var plain = Resolve(c, rows);
            var kind = char.IsSurrogate(c) ? LetterKind.Gap : KindOf(c, plain);
            Kinds[code] = (byte)kind;
            Folded[code] = plain[0];
            if (plain.Length > 1)
            {
                Kinds[code] |= Several;
                Folded[code] = (ushort)Sequences.Count;
                Sequences.Add(plain);
            }
        }
    }

    public static LetterKind KindOf(char c) => (LetterKind)(Kinds[c] & ~Several);

    /// <returns>The one character that it folds to, or U+0000 where there are several (<see cref="SequenceOf"/>).</returns>
    public static char FoldedOf(char c) => (Kinds[c] & Several) == 0 ? (char)Folded[c] : '\0';

    public static string SequenceOf(char c) => Sequences[Folded[c]];

    /// <summary>True of a folded word that is one character of an unspaced script.</summary>
    public static bool IsCharacter(string term) =>
        Rune.GetRuneAt(term, 0) is var first && (first.IsBmp ? KindOf(term[0]) : Of(first).Kind) == LetterKind.Character;

    /// <summary>The same for characters beyond the first 65,536.</summary>
    public static (LetterKind Kind, Rune Folded) Of(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            return (LetterKind.Letter, new Rune('0' + (int)Rune.GetNumericValue(rune)));
        }
        // Letters in the dress of mathematics, which some use for bold text: 13 alphabets of 26 capitals and 26 small letters.
        return rune.Value is >= 0x1D400 and <= 0x1D6A3
            ? (LetterKind.Letter, new Rune('a' + (rune.Value - 0x1D400) % 26))
            : (LetterKinds.Of(rune.Value, category), Rune.ToLowerInvariant(rune));
    }

    private static LetterKind KindOf(char c, string plain)
    {
        var kind = LetterKinds.Of(c, CharUnicodeInfo.GetUnicodeCategory(c));
        if (plain[0] == c || plain is [' '])
        {
            return kind;
        }
        // A sign that stands for letters is read as these: "№", "ⓐ", a radical; a form of what is skipped is skipped.
        var plainKind = LetterKinds.Of(plain[0], CharUnicodeInfo.GetUnicodeCategory(plain[0]));
        return kind == LetterKind.Gap || plainKind == LetterKind.Accent ? plainKind : kind;
    }

    private static string Resolve(char c, Dictionary<char, string> rows)
    {
        if (CharUnicodeInfo.GetDigitValue(c) is >= 0 and var digit)
        {
            return ((char)('0' + digit)).ToString();
        }
        var lower = char.ToLowerInvariant(c);
        return rows.TryGetValue(c, out var plain) ? string.Concat(plain.Select(part => Resolve(part, rows)))
            : lower != c ? Resolve(lower, rows)
            : c.ToString();
    }

    private static Dictionary<char, string> Rows()
    {
        var rows = new Dictionary<char, string>(LatinLetters.WithoutAccents);
        foreach (var (letter, plain) in LatinLetters.Undecomposed.Select(pair => (pair.Key, pair.Value))
            .Concat(new[] { LatinSpellings.Rows, GreekLetters.Rows, CyrillicLetters.Rows, ArabicLetters.Rows }.SelectMany(Each))
            .Concat(new[] { ArabicForms.Runs, IdeographForms.Runs, ComposedLetters.Runs }.SelectMany(Each))
            .Concat(ComposedLetters.Kana())
            .Concat(Enumerable.Range(0xFF01, 0x5E).Select(code => ((char)code, ((char)(code - 0xFEE0)).ToString())))
            .Concat(Enumerable.Range(0x24D0, 26).Select(code => ((char)code, ((char)(code - 0x24D0 + 'a')).ToString()))))
        {
            rows[letter] = plain;
        }
        return rows;
    }

    private static IEnumerable<(char Letter, string Plain)> Each((string Plain, string Letters)[] rows) =>
        rows.SelectMany(row => row.Letters.Select(letter => (letter, row.Plain)));

    private static IEnumerable<(char Letter, string Plain)> Each((int First, string Plain)[] runs) =>
        runs.SelectMany(run => run.Plain.Split(' ').Select((plain, index) => ((char)(run.First + index), plain))).Where(pair => pair.plain != "-");
}
