using System.Globalization;

namespace Archive.Store.Search.Folding;

/// <summary>Which character is of which kind, by Unicode's categories and blocks.</summary>
internal static class LetterKinds
{
    // Blocks of scripts that are written without blanks between words, and where a mark belongs to one character.
    private static readonly (int First, int Last)[] Unspaced =
    [
        (0x0E00, 0x109F), // Thai, Lao, Tibetan, Myanmar
        (0x1100, 0x11FF), // Hangul, letter by letter
        (0x1780, 0x17FF), (0x1950, 0x19FF), (0x1A20, 0x1AAF), (0x1B00, 0x1B7F), // Khmer, Tai, Balinese
        (0x2E80, 0x9FFF), // kana, Bopomofo, Han
        (0xA000, 0xA4CF), (0xA960, 0xA9FF), (0xAA60, 0xAADF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFFDC), // Yi, more of those above
        (0x16FE0, 0x1B2FF), (0x20000, 0x3FFFF),
    ];

    private static readonly (int First, int Last)[] Accents =
    [
        (0x0300, 0x036F), (0x0483, 0x0489), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F), // Latin, Greek, Cyrillic
        (0x0591, 0x05C7), (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x0674, 0x0674), (0x06D6, 0x06ED), (0x0730, 0x074A), (0x08CA, 0x08FF),
        (0x093C, 0x093C), (0x09BC, 0x09BC), (0x0A3C, 0x0A3C), (0x0ABC, 0x0ABC), (0x0B3C, 0x0B3C), (0x0CBC, 0x0CBC), // nuktas
        (0x180A, 0x180D), (0x180F, 0x180F), (0x302A, 0x302D), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x1F3FB, 0x1F3FF), // variants of a form or a colour
    ];

    // Modifier letters that are put for an apostrophe or an accent.
    private static readonly (int First, int Last)[] Apostrophes = [(0x02B9, 0x02CF), (0x02EE, 0x02EE), (0x0374, 0x0375), (0xA78B, 0xA78C)];

    private static readonly (int First, int Last)[] Signs = [(0x2300, 0x23FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF)];

    public static LetterKind Of(int code, UnicodeCategory category) => code switch
    {
        0x00B7 or 0x0387 or 0x2022 or 0x2027 or 0x30FB or 0xFF65 => LetterKind.Dot,
        0x17D2 or 0x1039 or 0x1A60 => LetterKind.Linker,
        >= 0x1160 and <= 0x11FF or >= 0xD7B0 and <= 0xD7FF or 0xFF9E or 0xFF9F => LetterKind.Mark,
        >= 0x2080 and <= 0x2089 => LetterKind.Letter,
        >= 0x24B6 and <= 0x24E9 => LetterKind.Letter,
        _ when In(Accents, code) && category is not UnicodeCategory.OtherPunctuation || code == 0x180A => LetterKind.Accent,
        _ when In(Apostrophes, code) => LetterKind.Gap,
        _ when In(Signs, code) && category is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNotAssigned && code >= 0x1F000 && code <= 0x1FAFF => LetterKind.Sign,
        _ => Of(category, In(Unspaced, code)),
    };

    private static LetterKind Of(UnicodeCategory category, bool isUnspaced) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => isUnspaced ? LetterKind.Character : LetterKind.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => LetterKind.Letter,
        UnicodeCategory.OtherNumber => LetterKind.Raised,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => LetterKind.Mark,
        UnicodeCategory.Format => LetterKind.Invisible,
        _ => LetterKind.Gap,
    };

    private static bool In((int First, int Last)[] ranges, int code)
    {
        foreach (var (first, last) in ranges)
        {
            if (code >= first && code <= last)
            {
                return true;
            }
        }
        return false;
    }
}
