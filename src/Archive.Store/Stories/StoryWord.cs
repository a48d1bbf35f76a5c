namespace Archive.Store.Stories;

/// <summary>What the rule has to know of a word.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>Says nothing of what happened; not compared.</summary>
    Light = 1,

    /// <summary>Not compared, but who stands before it and who behind it matters: "says".</summary>
    Pivot = 2,

    /// <summary>Where it stands on one side alone, the other headline reports something else: "not", "ends", "denies".</summary>
    Turning = 4,

    Place = 8,

    Number = 16,

    /// <summary>An editor's insertion in brackets; may be missing on the other side whatever it says.</summary>
    Inserted = 32,

    /// <summary>Of a script that puts no blanks between words.</summary>
    Character = 64,
}

/// <summary>A word of a headline.</summary>
/// <param name="Key">What it is compared by: the same for spellings, forms and near synonyms.</param>
/// <param name="Term">As it is printed.</param>
/// <param name="Preposition">The last one before it, close by: "from", "by".</param>
/// <param name="IsToCome">Printed behind "to" or "will".</param>
/// <param name="BeginsPart">A comma, colon or dash stands before it.</param>
internal sealed record StoryWord(string Key, StoryTerm Term, WordTraits Traits, string? Preposition, bool IsToCome, bool BeginsPart)
{
    /// <summary>As it is printed, folded.</summary>
    public string Printed => Term.Printed;

    public bool Is(WordTraits traits) => (Traits & traits) != WordTraits.None;
}
