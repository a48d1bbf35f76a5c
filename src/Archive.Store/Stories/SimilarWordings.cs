namespace Archive.Store.Stories;

/// <summary>
/// Finds the wordings that report the same among thousands, comparing few. Of two of one story one has all words of the other but a handful:
/// so one of the few rarest words of the one is in the other, whichever words those are. Nothing is missed, and what is found does not
/// depend on what was seen before.
/// </summary>
internal sealed class SimilarWordings
{
    // A slip takes two words at most, a cut one more (WordingPair): of four, one is in both.
    private const int Enough = 4;

    private readonly Dictionary<string, List<KnownWording>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownWording>> byRareWord = new(StringComparer.Ordinal);
    private readonly HashSet<KnownWording> known = [];
    private int forgotten;

    /// <summary>Tells a wording and those that report the same of each other.</summary>
    public void Add(KnownWording wording)
    {
        known.Add(wording);
        var (words, rare) = Words(wording);
        Compare(wording, byWord, rare);
        Compare(wording, byRareWord, words);
        Keep(wording, words, rare);
    }

    public void Remove(KnownWording wording)
    {
        known.Remove(wording);
        wording.IsForgotten = true;
        foreach (var same in wording.Same)
        {
            if (same != wording)
            {
                same.Same.Remove(wording);
            }
        }
        if (++forgotten > known.Count + 1000)
        {
            StartAgain();
        }
    }

    private static void Compare(KnownWording wording, Dictionary<string, List<KnownWording>> index, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (!index.TryGetValue(word, out var candidates))
            {
                continue;
            }
            foreach (var other in candidates)
            {
                if (other.ComparedWith != wording && !other.IsForgotten)
                {
                    other.ComparedWith = wording;
                    if (StoryRule.IsSame(wording.Wording, other.Wording))
                    {
                        wording.Same.Add(other);
                        other.Same.Add(wording);
                    }
                }
            }
        }
    }

    // What is equal to the letter is found by all its words at once, for it may have none that tells.
    private (List<string> Words, List<string> Rare) Words(KnownWording known)
    {
        var wording = known.Wording;
        string[] whole = ["= " + wording.Folded, "= " + wording.Bare];
        var telling = wording.IsOfCharacters ? wording.Heavy : wording.Heavy.FindAll(StoryWording.IsTelling);
        return ([.. wording.Heavy.Select(word => word.Key), .. whole],
            [.. telling.Select(word => word.Key).OrderBy(key => byWord.TryGetValue(key, out var having) ? having.Count : 0).Take(Enough), .. whole]);
    }

    private void Keep(KnownWording wording, List<string> words, List<string> rare)
    {
        words.ForEach(word => Keep(byWord, word, wording));
        rare.ForEach(word => Keep(byRareWord, word, wording));
    }

    private static void Keep(Dictionary<string, List<KnownWording>> index, string word, KnownWording wording)
    {
        if (!index.TryGetValue(word, out var list))
        {
            index[word] = list = [];
        }
        list.Add(wording);
    }

    // Most of what the lists name is gone.
    private void StartAgain()
    {
        byWord.Clear();
        byRareWord.Clear();
        forgotten = 0;
        foreach (var wording in known)
        {
            var (words, rare) = Words(wording);
            Keep(wording, words, rare);
        }
    }
}
