namespace Archive.Store.Stories;

/// <summary>Whom a headline has say what it says: "US commission says …", "…, US commission says", "…, say traders".</summary>
/// <param name="places">Countries and towns, which stand for their governments where nobody else is named.</param>
/// <param name="others">A commission, a minister.</param>
internal sealed class Speaker(IReadOnlyList<string> places, IReadOnlyList<string> others)
{
    // Words. Who is named at greater length is not only named.
    private const int Longest = 5;

    /// <param name="words">Of a headline, pivots among them.</param>
    /// <returns>Null where it names none.</returns>
    public static Speaker? Of(List<StoryWord> words)
    {
        var says = words.FindIndex(word => word.Is(WordTraits.Pivot));
        if (says > 0 && says <= Longest && !words.Take(says).Skip(1).Any(word => word.BeginsPart))
        {
            return From(words.Take(says));
        }
        says = words.FindLastIndex(word => word.Is(WordTraits.Pivot));
        if (says < 0)
        {
            return null;
        }
        var part = words.FindLastIndex(says, word => word.BeginsPart);
        return part < 0 || words.Count - part > Longest + 1 ? null : From(words.Skip(part));
    }

    /// <summary>The US government is not a commission of it; that commission is "the commission".</summary>
    public bool IsLike(Speaker other) => others.Count == 0 && other.Others.Count == 0 ? places.Intersect(other.Places, StringComparer.Ordinal).Any() : others.Intersect(other.Others, StringComparer.Ordinal).Any();

    private IReadOnlyList<string> Places => places;

    private IReadOnlyList<string> Others => others;

    private static Speaker? From(IEnumerable<StoryWord> part)
    {
        var named = part.Where(word => !word.Is(WordTraits.Pivot | WordTraits.Light)).ToLookup(word => word.Is(WordTraits.Place), word => word.Key);
        return named.Count == 0 ? null : new([.. named[true]], [.. named[false]]);
    }
}
