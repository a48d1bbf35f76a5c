using System.Runtime.InteropServices;

namespace Archive.Store.Stories;

/// <summary>
/// Finds the wordings that report the same among thousands, comparing few. Of two of one story one has all words of the other but a handful:
/// so one of the few rarest words of the one is in the other, whichever words those are. Nothing is missed, and what is found does not
/// depend on what was seen before.
/// </summary>
internal sealed class SimilarWordings
{

    // Each word has a number: comparing numbers tells most pairs apart before the rule is asked.
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<KnownWording>> byWord = [];
    private readonly Dictionary<int, List<KnownWording>> byRareWord = [];
    private int known;
    private int forgotten;

    /// <summary>Tells a wording and those that report the same of each other.</summary>
    public void Add(KnownWording wording)
    {
        known++;
        Count(wording);
        var rare = Rarest(wording);
        Compare(wording, byWord, rare);
        Compare(wording, byRareWord, wording.Words);
        Keep(wording, rare);
    }

    public void Remove(KnownWording wording)
    {
        known--;
        wording.IsForgotten = true;
        foreach (var same in wording.Same)
        {
            if (same != wording)
            {
                same.Same.Remove(wording);
            }
        }
        if (++forgotten > known + 1000)
        {
            Tidy(byWord);
            Tidy(byRareWord);
            forgotten = 0;
        }
    }

    private static void Compare(KnownWording wording, Dictionary<int, List<KnownWording>> index, int[] words)
    {
        foreach (var word in words)
        {
            if (!index.TryGetValue(word, out var candidates))
            {
                continue;
            }
            foreach (var other in candidates)
            {
                if (other.ComparedWith == wording || other.IsForgotten)
                {
                    continue;
                }
                other.ComparedWith = wording;
                if (MayBeSame(wording, other) && StoryRule.IsSame(wording.Wording, other.Wording))
                {
                    wording.Same.Add(other);
                    other.Same.Add(wording);
                }
            }
        }
    }

    // One has all telling words of the other but those that the rule may leave out, and two at least; or they are equal to the letter.
    private static bool MayBeSame(KnownWording one, KnownWording other)
    {
        var shared = Shared(one.Words, other.Words);
        return shared >= 2 && (one.Telling.Length - Shared(one.Telling, other.Words) <= Slack(one) || other.Telling.Length - Shared(other.Telling, one.Words) <= Slack(other))
            || one.Whole.AsSpan().ContainsAny(other.Whole);
    }

    // How many of its telling words a story's shorter wording may have for itself: one with a slip in it, and one that was cut (WordingPair).
    private static int Slack(KnownWording wording) => wording.Wording.IsTruncated ? 2 : 1;

    private static int Shared(int[] words, int[] others)
    {
        var (shared, at) = (0, 0);
        foreach (var word in words)
        {
            while (at < others.Length && others[at] < word)
            {
                at++;
            }
            shared += at < others.Length && others[at] == word ? 1 : 0;
        }
        return shared;
    }

    // What is equal to the letter is found by all its words at once, for it may have none that tells: by their hash, which is no word's number.
    private void Count(KnownWording known)
    {
        var wording = known.Wording;
        known.Whole = [StringComparer.Ordinal.GetHashCode(wording.Folded) | int.MinValue, StringComparer.Ordinal.GetHashCode(wording.Bare) | int.MinValue];
        var (words, telling) = (new List<int>(wording.Heavy.Count + 2), new List<int>(wording.Heavy.Count));
        foreach (var word in wording.Heavy)
        {
            var number = Number(word.Key);
            words.Add(number);
            if (wording.IsOfCharacters || StoryWording.IsTelling(word))
            {
                telling.Add(number);
            }
        }
        words.AddRange(known.Whole.Distinct());
        words.Sort();
        telling.Sort();
        (known.Words, known.Telling) = ([.. words], [.. telling]);
    }

    private int Number(string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var isKnown);
        return isKnown ? number : number = numbers.Count;
    }

    private int[] Rarest(KnownWording wording)
    {
        var rarest = (int[])wording.Telling.Clone();
        Array.Sort(Array.ConvertAll(rarest, word => byWord.TryGetValue(word, out var having) ? having.Count : 0), rarest);
        return [.. rarest.AsSpan(0, Math.Min(rarest.Length, Slack(wording) + 1)), .. wording.Whole.Distinct()];
    }

    private void Keep(KnownWording wording, int[] rare)
    {
        Keep(byWord, wording.Words, wording);
        Keep(byRareWord, rare, wording);
    }

    private static void Keep(Dictionary<int, List<KnownWording>> index, int[] words, KnownWording wording)
    {
        foreach (var word in words)
        {
            if (!index.TryGetValue(word, out var list))
            {
                index[word] = list = [];
            }
            list.Add(wording);
        }
    }

    // Most of what the lists name is gone.
    private static void Tidy(Dictionary<int, List<KnownWording>> index)
    {
        foreach (var (word, list) in index)
        {
            list.RemoveAll(wording => wording.IsForgotten);
            if (list.Count == 0)
            {
                index.Remove(word);
            }
        }
    }
}
