namespace Archive.Store.Stories;

/// <summary>A headline that a story begins with, or goes on with after a span.</summary>
/// <param name="number">Its place among all of them.</param>
internal sealed class StoryStart(long id, int day, int number, KnownWording wording)
{
    private readonly List<KnownWording> agreeing = [wording];

    public long Id => id;

    public int Day => day;

    public int Number => number;

    /// <summary>
    /// Whether a wording that reports the same contradicts none that came before it: what says "students" cannot have both "ten students" and
    /// "twelve". Every headline that reports the same is asked, wherever it belongs in the end, so that the answer needs no other story.
    /// </summary>
    public bool Takes(KnownWording wording)
    {
        if (agreeing.Contains(wording))
        {
            return true;
        }
        if (agreeing.Exists(before => StoryRule.Contradict(before.Wording, wording.Wording)))
        {
            return false;
        }
        agreeing.Add(wording);
        return true;
    }
}

/// <summary>A wording that was printed within a span, however often.</summary>
internal sealed class KnownWording
{
    public KnownWording(string text)
    {
        (Text, Wording) = (text, StoryWording.Of(text));
        // Nothing but punctuation is the same as nothing.
        Same = StoryRule.IsSame(Wording, Wording) ? [this] : [];
    }

    public string Text { get; }

    public StoryWording Wording { get; }

    /// <summary>The wordings that report the same, itself among them.</summary>
    public List<KnownWording> Same { get; }

    public int LastDay { get; set; } = int.MinValue;

    public StoryStart? Beginning { get; set; }

    public StoryStart? Continuation { get; set; }

    public bool IsForgotten { get; set; }

    /// <summary>Numbers of its words and of all of them at once, in order; see <see cref="SimilarWordings"/>.</summary>
    public int[] Words { get; set; } = [];

    /// <summary>Of those that tell.</summary>
    public int[] Telling { get; set; } = [];

    public int[] Whole { get; set; } = [];

    /// <summary>The last wording that it was compared with.</summary>
    public KnownWording? ComparedWith { get; set; }
}
