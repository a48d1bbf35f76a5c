namespace Archive.Store.Stories;

/// <summary>
/// Whether two headlines report the same: one is the other reworded, shortened, filled out or turned round, and nothing in either says
/// otherwise. It looks at the two texts alone, so that it is the same on every store and in any order (decision 0010).
/// </summary>
public static class StoryRule
{
    private const int CharactersAtLeast = 6;

    public static bool IsSame(string one, string other) => IsSame(StoryWording.Of(one), StoryWording.Of(other));

    internal static bool IsSame(StoryWording one, StoryWording other)
    {
        if (one.IsQuestion != other.IsQuestion || one.Folded.Length == 0 || other.Folded.Length == 0)
        {
            return false;
        }
        if (one.Folded == other.Folded || one.Length >= 3 && one.Bare == other.Bare)
        {
            return true;
        }
        return one.IsOfCharacters == other.IsOfCharacters && (one.IsOfCharacters ? IsOneWithin(one, other) : new WordingPair(one, other).IsSame);
    }

    // 维吾尔人权法案在上议院获得通过, and the same behind 快讯: one has all characters of the other, in their order, and no 不 more.
    private static bool IsOneWithin(StoryWording one, StoryWording other)
    {
        var (less, more) = one.Words.Count <= other.Words.Count ? (one.Words, other.Words) : (other.Words, one.Words);
        var at = 0;
        foreach (var word in more)
        {
            if (at < less.Count && less[at].Key == word.Key)
            {
                at++;
            }
            else if (word.Is(WordTraits.Turning | WordTraits.Number))
            {
                return false;
            }
        }
        return at == less.Count && less.Count >= CharactersAtLeast && 5 * less.Count >= 3 * more.Count;
    }
}
