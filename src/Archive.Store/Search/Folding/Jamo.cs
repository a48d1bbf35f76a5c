namespace Archive.Store.Search.Folding;

/// <summary>Korean syllables put together from their letters, as Unicode computes them: both ways of writing them meet.</summary>
internal static class Jamo
{
    private const int Syllables = 0xAC00, Initials = 0x1100, Vowels = 0x1161, Finals = 0x11A7;
    private const int InitialCount = 19, VowelCount = 21, FinalCount = 28;

    /// <returns>The syllable of both, or U+0000 where they make none.</returns>
    public static char Joined(char before, char next)
    {
        if (before - Initials is >= 0 and < InitialCount && next - Vowels is >= 0 and < VowelCount)
        {
            return (char)(Syllables + ((before - Initials) * VowelCount + next - Vowels) * FinalCount);
        }
        var isOpen = before - Syllables is >= 0 and < InitialCount * VowelCount * FinalCount && (before - Syllables) % FinalCount == 0;
        return isOpen && next - Finals is > 0 and < FinalCount ? (char)(before + next - Finals) : '\0';
    }
}
