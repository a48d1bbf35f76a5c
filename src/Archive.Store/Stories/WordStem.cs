namespace Archive.Store.Stories;

/// <summary>Takes English endings off, as far as headlines need: "deports", "deported", "deporting" and "deportation" meet.</summary>
internal static class WordStem
{
    private const int Shortest = 4;

    // Longest first; what must be left of the word, and what is put in the ending's place.
    private static readonly (string Ending, int Least, string Instead)[] Nouns =
    [
        ("isations", 4, "is"), ("izations", 4, "is"), ("isation", 4, "is"), ("ization", 4, "is"), ("ations", 5, ""), ("ation", 5, ""), ("ments", 5, ""), ("ment", 5, ""),
        ("tions", 5, "t"), ("tion", 5, "t"), ("sions", 5, "s"), ("sion", 5, "s"), ("ness", 4, ""),
    ];

    /// <param name="word">Folded; of Latin letters, or it stays as it is.</param>
    public static string Of(string word)
    {
        if (word.Length < Shortest || !System.Text.Ascii.IsValid(word) || char.IsAsciiDigit(word[0]))
        {
            return word;
        }
        foreach (var (ending, least, instead) in Nouns)
        {
            if (word.Length >= least + ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Spelled(word[..^ending.Length] + instead);
            }
        }
        return Spelled(Verb(word));
    }

    // Whether the printed form is one of an event that happens or happened ("bans", "banned"), not of one that is to come ("to ban").
    public static bool IsInflected(string word) => IsParticiple(word) || word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal);

    public static bool IsParticiple(string word) => word.Length > Shortest && word.EndsWith("ed", StringComparison.Ordinal) || word is "held" or "found" or "sold" or "sent" or "taken" or "given" or "shot";

    private static string Verb(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal))
        {
            return word.Length > Shortest ? word[..^3] + "y" : word;
        }
        if (word.EndsWith("ing", StringComparison.Ordinal) && word.Length >= 6)
        {
            return Undoubled(word[..^3]);
        }
        if (word.EndsWith("ed", StringComparison.Ordinal) && word.Length >= 5)
        {
            return Undoubled(word[..^2]);
        }
        if (word.EndsWith("es", StringComparison.Ordinal) && word.Length >= 5 && word[^3] is 's' or 'x' or 'h' or 'z' or 'o')
        {
            return word[..^2];
        }
        return word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    private static string Undoubled(string word) => word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('s' or 'e' or 'o') ? word[..^1] : word;

    // "-ize" as "-ise", "-yze" as "-yse"; no silent e; "modell" as "model".
    private static string Spelled(string word)
    {
        var stem = word.Length >= Shortest && word[^1] == 'e' ? word[..^1] : word;
        if (stem.Length > 5 && (stem.EndsWith("iz", StringComparison.Ordinal) || stem.EndsWith("yz", StringComparison.Ordinal)))
        {
            stem = stem[..^1] + "s";
        }
        if (stem.Length > 6 && stem.EndsWith("at", StringComparison.Ordinal))
        {
            stem = stem[..^2];
        }
        return stem.Length > 4 && stem[^1] == 'l' && stem[^2] == 'l' ? stem[..^1] : stem;
    }
}
