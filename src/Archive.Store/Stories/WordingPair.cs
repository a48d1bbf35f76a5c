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
        JoinSpelling();
        LeaveOut(onlyOne, one);
        LeaveOut(onlyOther, other);
        LeaveOutRest(onlyOther, other, one, onlyOne);
        LeaveOutRest(onlyOne, one, other, onlyOther);
    }

    /// <summary>One says all that the other says, and nothing that makes it another event.</summary>
    public bool IsSame => !Turns && !Counts && OneSaysAll && IsEnough && SharesAWord && IsSaidByOne && WordOrder.Agrees(one.Words, other.Words);

    /// <summary>They give other numbers or places, or one has what makes another event of it.</summary>
    public bool Contradicts => Turns || Counts || onlyOne.Exists(word => word.Is(WordTraits.Place)) && onlyOther.Exists(word => word.Is(WordTraits.Place));

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

    private bool IsSaidByOne => one.Speaker is null || other.Speaker is null || one.Speaker.IsLike(other.Speaker);

    // Not numbers and editors' insertions alone; SimilarWordings finds what is the same by it.
    private bool SharesAWord => one.Heavy.Exists(word => StoryWording.IsTelling(word) && other.Heavy.Exists(same => same.Key == word.Key && StoryWording.IsTelling(same)));

    private static List<StoryWord> Missing(StoryWording one, StoryWording other) =>
        one.Heavy.FindAll(word => !other.Heavy.Exists(same => same.Key == word.Key));

    // "Surveilliance", once in a pair.
    private void JoinSpelling()
    {
        foreach (var word in onlyOne)
        {
            if (onlyOther.Find(like => Misspelling.Is(word.Printed, like.Printed)) is { } found)
            {
                onlyOne.Remove(word);
                onlyOther.Remove(found);
                common++;
                return;
            }
        }
    }

    // What an editor put in brackets, and the last word of what was cut off: a part of it may be missing.
    private static void LeaveOut(List<StoryWord> only, StoryWording of)
    {
        only.RemoveAll(word => word.Is(WordTraits.Inserted));
        if (of.IsTruncated && of.Heavy.Count > 0)
        {
            only.Remove(of.Heavy[^1]);
        }
    }

    // What a headline says behind the place where the other, which says nothing else, was cut off.
    private static void LeaveOutRest(List<StoryWord> only, StoryWording of, StoryWording beside, List<StoryWord> onlyBeside)
    {
        if (beside.IsTruncated && onlyBeside.Count == 0)
        {
            var last = of.Heavy.FindLastIndex(word => beside.Heavy.Exists(same => same.Key == word.Key));
            only.RemoveAll(word => of.Heavy.IndexOf(word) > last);
        }
    }
}
