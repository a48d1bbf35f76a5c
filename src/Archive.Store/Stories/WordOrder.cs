namespace Archive.Store.Stories;

/// <summary>
/// Whether two headlines of the same words say the same with them. A block of words may move to the other end ("…, US commission says"); but
/// where three words stand the other way round, the one in the middle is what one does to the other.
/// </summary>
internal static class WordOrder
{
    public static bool Agrees(List<StoryWord> one, List<StoryWord> other)
    {
        // Each word of both, in the order of one, with its place in the other.
        List<Shared> both = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in one)
        {
            var place = other.FindIndex(same => same.Key == word.Key);
            if (place >= 0 && seen.Add(word.Key))
            {
                both.Add(new(word, other[place], both.Count, place));
            }
        }
        return !both.Exists(shared => IsToCome(shared.One, shared.Other) || IsToCome(shared.Other, shared.One))
            && !ChangesEnds(both) && (!Reverses(both) || IsPassive(both, shared => shared.One, shared => shared.Other, shared => shared.Index, shared => shared.Place)
                || IsPassive(both, shared => shared.Other, shared => shared.One, shared => shared.Place, shared => shared.Index));
    }

    // "to ban imports" is not yet "bans imports".
    private static bool IsToCome(StoryWord one, StoryWord other) => one.IsToCome && !other.IsToCome && WordStem.IsInflected(other.Printed) && one.Printed != other.Printed;

    // From Thailand to China, from China to Thailand.
    private static bool ChangesEnds(List<Shared> both)
    {
        for (var i = 0; i + 1 < both.Count; i++)
        {
            for (var j = i + 1; j < both.Count; j++)
            {
                var (first, second) = (both[i], both[j]);
                if (first.Place > second.Place && first.One.Preposition != first.Other.Preposition && second.One.Preposition != second.Other.Preposition
                    && (second.One.Preposition ?? first.One.Preposition) is { } preposition
                    && (second.One.Preposition == preposition && first.Other.Preposition == preposition || first.One.Preposition == preposition && second.Other.Preposition == preposition))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool Reverses(List<Shared> both)
    {
        for (var i = 0; i < both.Count; i++)
        {
            for (var j = i + 1; j < both.Count; j++)
            {
                // "UK, US and Canada" may be listed in any order.
                if (both[j].Place > both[i].Place || both[j].One.Is(WordTraits.Place))
                {
                    continue;
                }
                for (var k = j + 1; k < both.Count; k++)
                {
                    if (both[k].Place < both[j].Place)
                    {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    // "Uyghur family deported from Turkey": who stands first in the active headline comes behind the deed in the other, with a preposition.
    private static bool IsPassive(List<Shared> both, Func<Shared, StoryWord> active, Func<Shared, StoryWord> passive, Func<Shared, int> activePlace, Func<Shared, int> passivePlace)
    {
        var deed = both.FindIndex(shared => WordStem.IsParticiple(passive(shared).Printed) && !WordStem.IsParticiple(active(shared).Printed));
        var who = both.MinBy(activePlace);
        return deed >= 0 && passivePlace(who) > passivePlace(both[deed]) && passive(who).Preposition is "by" or "in" or "from" or "at" or "of";
    }

    private readonly record struct Shared(StoryWord One, StoryWord Other, int Index, int Place);
}
