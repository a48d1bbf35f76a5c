namespace Archive.Store.Stories;

/// <summary>
/// Finds the wordings that report the same among thousands, comparing few. Of two of one story one, the shorter, has no telling word for
/// itself but one with a slip in it and one that was cut off. So its rarest telling word, or that word's slip, is in the other: whatever is
/// common to a whole day of headlines ("Statement by … on …") brings none of them together. The same holds for printed numbers, of which
/// the shorter has none for itself. Nothing is missed, and what is found does not depend on what was seen before.
/// </summary>
internal sealed class SimilarWordings(StoryTerms terms)
{
    // By their places; null where one is forgotten.
    private readonly List<KnownWording?> known = [];

    private readonly EqualWordings equal = new();

    // Which have a word, and of which it is the rarest telling one; those with printed numbers apart.
    private readonly WordingChains having = new();
    private readonly WordingChains rare = new();
    private readonly WordingChains havingCounted = new();
    private readonly WordingChains rareCounted = new();

    // Of which a number is the rarest.
    private readonly WordingChains rarestCount = new();

    // While one is looked for: the words that it has, and those that are a slip away.
    private readonly List<int> near = [];
    private int remembered;
    private int forgotten;

    /// <summary>The wording of a text, having told it and those that report the same of each other; one that the rule cannot tell from it if there is one.</summary>
    public KnownWording Known(string text)
    {
        var wording = StoryWording.Of(text, terms);
        if (equal.Read(wording) is { } one)
        {
            return one;
        }
        int[] words = [.. wording.Heavy.Select(terms.NumberOf)];
        var added = new KnownWording(text, known.Count, terms, new(wording, words));
        known.Add(added);
        remembered++;
        foreach (var other in equal.Add(added))
        {
            Compare(added, other, isWhole: true);
        }
        if (Rarest(wording, words) is >= 0 and var rarest)
        {
            Find(added, wording, words, rarest);
            Keep(added, words, words[rarest]);
        }
        return added;
    }

    public void Forget(KnownWording wording)
    {
        if (wording.IsForgotten)
        {
            return;
        }
        known[wording.Place] = null;
        wording.Forget();
        remembered--;
        if (++forgotten > remembered + 1000)
        {
            Tidy();
        }
    }

    /// <returns>The place in the wording of the telling word that fewest have, but not of one that was cut if there is another; -1 where none tells.</returns>
    private int Rarest(StoryWording wording, int[] words)
    {
        var rarest = -1;
        for (var i = 0; i < words.Length; i++)
        {
            var isCut = wording.IsTruncated && i == words.Length - 1;
            if ((wording.IsOfCharacters || StoryWording.IsTelling(wording.Heavy[i])) && (rarest < 0 || !isCut && CountOf(words[i]) < CountOf(words[rarest])))
            {
                rarest = i;
            }
        }
        return rarest;
    }

    private int CountOf(int word) => having.CountOf(word) + havingCounted.CountOf(word);

    private void Find(KnownWording added, StoryWording wording, int[] words, int rarest)
    {
        near.Clear();
        Near(wording.Heavy[rarest], words[rarest]);
        var ofRarest = near.Count;
        for (var i = 0; i < words.Length; i++)
        {
            Near(wording.Heavy[i], words[i]);
        }
        Compare(added, having, 0, ofRarest);
        Compare(added, rare, ofRarest, near.Count);

        // Of those with printed numbers the ones of the same words, or the ones that agree in a number, whichever are fewer.
        if (RarestCount(added) is { } count
            && havingCounted.CountOf(count) + CountOf(rarestCount, ofRarest, near.Count) < CountOf(havingCounted, 0, ofRarest) + CountOf(rareCounted, ofRarest, near.Count))
        {
            Compare(added, havingCounted, count);
            Compare(added, rarestCount, ofRarest, near.Count);
        }
        else
        {
            Compare(added, havingCounted, 0, ofRarest);
            Compare(added, rareCounted, ofRarest, near.Count);
        }
    }

    private void Near(StoryWord word, int number)
    {
        near.Add(number);
        foreach (var slip in word.Term.Like ?? [])
        {
            near.AddRange(slip.Read.Select(read => read.Number));
        }
    }

    private int CountOf(WordingChains chains, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += chains.CountOf(near[i]);
        }
        return count;
    }

    private int? RarestCount(KnownWording wording) => wording.Numbers.Counts is { Length: > 0 } counts ? counts.MinBy(havingCounted.CountOf) : null;

    private void Keep(KnownWording added, int[] words, int rarest)
    {
        var count = RarestCount(added);
        (count is null ? rare : rareCounted).Add(rarest, added.Place);
        foreach (var word in words)
        {
            (count is null ? having : havingCounted).Add(word, added.Place);
        }
        if (count is { } number)
        {
            rarestCount.Add(number, added.Place);
        }
    }

    private void Compare(KnownWording wording, WordingChains chains, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            Compare(wording, chains, near[i]);
        }
    }

    private void Compare(KnownWording wording, WordingChains chains, int word)
    {
        for (var at = chains.First(word); at > 0;)
        {
            (var place, at) = chains.At(at);
            if (known[place] is { } other)
            {
                Compare(wording, other, isWhole: false);
            }
        }
    }

    private static void Compare(KnownWording wording, KnownWording other, bool isWhole)
    {
        if (other.ComparedWith != wording && !other.IsForgotten)
        {
            other.ComparedWith = wording;
            if ((isWhole || wording.MayBeSame(other)) && StoryRule.IsSame(wording.Wording, other.Wording))
            {
                wording.Join(other);
            }
        }
    }

    // Most of what is listed is gone.
    private void Tidy()
    {
        foreach (var chains in (WordingChains[])[having, rare, havingCounted, rareCounted, rarestCount])
        {
            chains.Tidy(known);
        }
        equal.Tidy();
        forgotten = 0;
    }
}
