namespace Archive.Store.Stories;

/// <summary>
/// Whether two headlines report the same: one is the other reworded, shortened, filled out or turned round, and nothing in either says
/// otherwise. It looks at the two texts alone, so that it is the same on every store and in any order (decision 0010).
/// </summary>
public static class StoryRule
{
    private const int CharactersAtLeast = 6;

    /// <summary>Order does not matter.</summary>
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

    /// <summary>The wording that says most, and of those that say as much the newest: what a story is called.</summary>
    /// <param name="texts">Of the headlines of one story, oldest first; at least one.</param>
    public static string Fullest(IEnumerable<string> texts) =>
        texts.Reverse().MaxBy(text => StoryWording.Of(text) is var wording && wording.IsTruncated ? 0 : wording.Heavy.Count(word => !word.Is(WordTraits.Inserted))) ?? "";

    /// <summary>Whether two headlines that both report the same as a third cannot be of one story: "ten students" and "twelve", in Berlin and in Paris.</summary>
    internal static bool Contradict(StoryWording one, StoryWording other) =>
        !IsSame(one, other) && (one.IsOfCharacters || other.IsOfCharacters || new WordingPair(one, other).Contradicts);

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
