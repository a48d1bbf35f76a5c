namespace Archive.Store.Stories;

/// <summary>Two headlines of spaced words beside each other: what both say, and what only one says.</summary>
internal sealed class WordingPair
{
    private readonly StoryWording one;
    private readonly StoryWording other;
    private readonly List<StoryWord> onlyOne;
    private readonly List<StoryWord> onlyOther;
    private int common;

    public WordingPair(StoryWording one, StoryWording other)
    {
        (this.one, this.other) = (one, other);
        onlyOne = Missing(one, other);
        onlyOther = Missing(other, one);
        common = one.Heavy.Count - onlyOne.Count;
        JoinSpellings(onlyOne, onlyOther);
        JoinSpellings(onlyOther, onlyOne);
        LeaveOut(onlyOne, one, other);
        LeaveOut(onlyOther, other, one);
    }

    /// <summary>One says all that the other says, and nothing that makes it another event.</summary>
    public bool IsSame => !Turns && !Counts && OneSaysAll && IsEnough && WordOrder.Agrees(one.Words, other.Words);

    // "begins" and "ends", "not", a second hearing.
    private bool Turns => onlyOne.Exists(word => word.Is(WordTraits.Turning)) || onlyOther.Exists(word => word.Is(WordTraits.Turning));

    // 10 killed, 12 killed: a number may be missing on one side, but not be another.
    private bool Counts => onlyOne.Exists(word => word.Is(WordTraits.Number)) && onlyOther.Exists(word => word.Is(WordTraits.Number));

    // A word in the place of another is another person, place or deed, unless the file of words joins them.
    private bool OneSaysAll => onlyOne.TrueForAll(word => word.Is(WordTraits.Number)) || onlyOther.TrueForAll(word => word.Is(WordTraits.Number));

    // Of few words each counts for much.
    private bool IsEnough
    {
        get
        {
            var all = common + Math.Max(onlyOne.Count, onlyOther.Count);
            return common >= 4 ? 2 * common >= all : common == 3 && all <= 4;
        }
    }

    private static List<StoryWord> Missing(StoryWording one, StoryWording other) =>
        one.Heavy.FindAll(word => !other.Heavy.Exists(same => same.Key == word.Key));

    // "Xilin Gol" and "Xilingol"; "Surveilliance", once in a pair.
    private void JoinSpellings(List<StoryWord> some, List<StoryWord> others)
    {
        foreach (var word in some)
        {
            for (var i = 0; i + 1 < others.Count; i++)
            {
                if (word.Printed == others[i].Printed + others[i + 1].Printed)
                {
                    some.Remove(word);
                    others.RemoveRange(i, 2);
                    common++;
                    return;
                }
            }
            if (others.Find(like => Misspelling.Is(word.Printed, like.Printed)) is { } found)
            {
                some.Remove(word);
                others.Remove(found);
                common++;
                return;
            }
        }
    }

    // What an editor put in brackets; and where one was cut off, its last word, of which a part may be missing, and what the other says after that.
    private static void LeaveOut(List<StoryWord> only, StoryWording of, StoryWording beside)
    {
        only.RemoveAll(word => word.Is(WordTraits.Inserted));
        if (of.IsTruncated && of.Heavy.Count > 0)
        {
            only.Remove(of.Heavy[^1]);
        }
        if (beside.IsTruncated)
        {
            var last = of.Heavy.FindLastIndex(word => beside.Heavy.Exists(same => same.Key == word.Key));
            only.RemoveAll(word => of.Heavy.IndexOf(word) > last);
        }
    }
}
