namespace Archive.Store.Search.Folding;

/// <summary>What a character does to the word that is being read.</summary>
internal enum LetterKind : byte
{
    /// <summary>Ends it: blanks, punctuation, symbols, anything broken.</summary>
    Gap,

    /// <summary>Ends it, but stands inside a name: 伊力哈木·土赫提 and 伊力哈木土赫提 are the same characters in a row.</summary>
    Dot,

    /// <summary>Neither seen nor read: joiners, soft hyphens, marks of direction.</summary>
    Invisible,

    /// <summary>Belongs to the letter before it and makes no difference: accents, vowel points, the stretch of an Arabic letter.</summary>
    Accent,

    /// <summary>Belongs to the letter before it and makes another of it: vowel signs, subjoined letters, the voicing of kana.</summary>
    Mark,

    /// <summary>A mark that takes the next character into the stack too.</summary>
    Linker,

    /// <summary>Part of a word, with the letters and digits beside it.</summary>
    Letter,

    /// <summary>A raised or encircled digit: a footnote's number, not part of the word that it hangs on.</summary>
    Raised,

    /// <summary>A word of its own, in a script that puts no blanks between words.</summary>
    Character,

    /// <summary>A word of its own: an emoji.</summary>
    Sign,
}
