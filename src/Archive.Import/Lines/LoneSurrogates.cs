namespace Archive.Import.Lines;

/// <summary>Half a character: PostgreSQL refuses it, SQLite keeps it; neither gets it.</summary>
internal static class LoneSurrogates
{
    /// <returns>True where one was found; each becomes U+FFFD.</returns>
    public static bool Replace(Span<char> text)
    {
        var found = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = '\uFFFD';
                found = true;
            }
        }
        return found;
    }
}
