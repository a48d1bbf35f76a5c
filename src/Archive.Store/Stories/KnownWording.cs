using System.Numerics;

namespace Archive.Store.Stories;

/// <summary>A wording that was printed within a span, however often. Thousands are kept, most of them compared with none: so only numbers are.</summary>
/// <param name="place">Its own number.</param>
internal sealed class KnownWording(string text, int place, StoryTerms terms, WordNumbers numbers)
{
    // Three, of which one may have a slip in it.
    private const int SharedAtLeast = 2;

    public int Place => place;

    public WordNumbers Numbers => numbers;

    /// <summary>What the rule sees of it, made where it is asked for.</summary>
    public StoryWording Wording => field ??= StoryWording.Of(text, terms);

    /// <summary>The others that report the same; null where there are none.</summary>
    public List<KnownWording>? Same { get; private set; }

    public int LastDay { get; set; } = int.MinValue;

    public StoryStart? Beginning { get; set; }

    public StoryStart? Continuation { get; set; }

    public bool IsForgotten { get; private set; }

    /// <summary>The last wording that it was compared with.</summary>
    public KnownWording? ComparedWith { get; set; }

    public void Join(KnownWording other)
    {
        (Same ??= new(1)).Add(other);
        (other.Same ??= new(1)).Add(this);
    }

    /// <summary>Leaves those that report the same.</summary>
    public void Forget()
    {
        IsForgotten = true;
        foreach (var other in Same ?? [])
        {
            other.Same!.Remove(this);
        }
    }

    /// <summary>False: the rule does not join them, unless they are equal to the letter. It costs a hundredth of asking the rule.</summary>
    public bool MayBeSame(KnownWording other)
    {
        var others = other.Numbers;
        // By one bit for each word first, which tells most pairs apart.
        var isLess = BitOperations.PopCount(numbers.TellingBits & ~others.Bits) <= numbers.Slack;
        var isMore = BitOperations.PopCount(others.TellingBits & ~numbers.Bits) <= others.Slack;
        return (isLess || isMore)
            && numbers.IsQuestion == others.IsQuestion && numbers.IsOfCharacters == others.IsOfCharacters
            && (numbers.IsOfCharacters || numbers.All.Length - WordNumbers.Missing(numbers.All, others.All) >= SharedAtLeast)
            && (isLess && WordNumbers.Missing(numbers.Telling, others.All) <= numbers.Slack || isMore && WordNumbers.Missing(others.Telling, numbers.All) <= others.Slack)
            && (WordNumbers.Missing(numbers.Counts, others.All) == 0 || WordNumbers.Missing(others.Counts, numbers.All) == 0);
    }

    /// <summary>False: they do not contradict each other, because all that could is in both.</summary>
    public bool MayContradict(KnownWording other)
    {
        if (numbers.IsOfCharacters || other.Numbers.IsOfCharacters)
        {
            return true;
        }
        var (here, there) = (numbers.MarksMissingIn(other.Numbers), other.Numbers.MarksMissingIn(numbers));
        return ((here | there) & WordTraits.Turning | here & there & (WordTraits.Number | WordTraits.Place)) != WordTraits.None;
    }
}
