namespace Archive.Web.Pages.Printed;

/// <summary>The language of a text where its script alone decides it; null everywhere else, for a wrong guess is read aloud wrongly.</summary>
internal static class ScriptLanguage
{
    public static string? Of(string text)
    {
        int letters = 0, arabic = 0, tibetan = 0, mongolian = 0, han = 0, kana = 0, hangul = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!System.Text.Rune.IsLetter(rune))
            {
                continue;
            }
            letters++;
            switch (rune.Value)
            {
                case >= 0x0600 and <= 0x06FF or >= 0xFB50 and <= 0xFEFC: arabic++; break;
                case >= 0x0F00 and <= 0x0FFF: tibetan++; break;
                case >= 0x1800 and <= 0x18AF: mongolian++; break;
                case >= 0x3040 and <= 0x30FF: kana++; break;
                case >= 0xAC00 and <= 0xD7A3: hangul++; break;
                case >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x323AF: han++; break;
            }
        }
        return letters switch
        {
            0 => null,
            _ when Mostly(arabic) => IsUyghur(text) ? "ug" : null,
            _ when Mostly(tibetan) => "bo",
            _ when Mostly(mongolian) => "mn",
            _ when Mostly(hangul) => "ko",
            _ when kana > 0 && Mostly(kana + han) => "ja",
            _ when Mostly(han) => "zh",
            _ => null,
        };

        bool Mostly(int count) => count * 10 >= letters * 7;
    }

    // ئۇيغۇر: a vowel carried by hamza (U+0626) that Kurdish does not write, or ې / ۈ beside ە. Pashto has ې without ە, Kazakh has neither.
    private static bool IsUyghur(string text) =>
        text.Contains("\u0626\u06C7", StringComparison.Ordinal) || text.Contains("\u0626\u06C8", StringComparison.Ordinal) || text.Contains("\u0626\u06D0", StringComparison.Ordinal)
        || text.Contains('\u06D5') && text.AsSpan().ContainsAny('\u06D0', '\u06C8');
}
