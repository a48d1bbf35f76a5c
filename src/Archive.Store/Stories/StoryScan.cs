namespace Archive.Store.Stories;

/// <summary>A headline to be grouped.</summary>
internal readonly record struct StoryHeadlineRow(long Id, int Day, string Text);

/// <summary>
/// Groups headlines that come in order, oldest first. A headline begins a story where none of the seven days before reports the same; what
/// reports the same within seven days of it, and contradicts nothing that does, belongs to it. What is repeated for longer is cut by the calendar, at the same days in every
/// archive. So where a headline belongs is decided by the <see cref="Reach"/> days before it, and nobody has to look further.
/// </summary>
internal sealed class StoryScan : IDisposable
{
    /// <summary>Days from a story's first headline to its last.</summary>
    public const int Span = 7;

    /// <summary>
    /// How many days before a headline bear on where it belongs: whether there is a beginning within a span, whether that is one (another span),
    /// and, in what goes on for longer, the same of the one that a stretch of the calendar begins with.
    /// </summary>
    public const int Reach = 3 * Span;

    private readonly Dictionary<string, KnownWording> wordings = new(StringComparer.Ordinal);
    private readonly StoryTerms terms = StoryTerms.Take();
    private readonly SimilarWordings similar;
    private int today = int.MinValue;
    private int number;

    public StoryScan() => similar = new(terms);

    /// <returns>The row id of the headline that the story begins with: its own where it begins one.</returns>
    public long Add(StoryHeadlineRow headline)
    {
        if (headline.Day != today)
        {
            today = headline.Day;
            Forget(today - Span);
        }
        if (!wordings.TryGetValue(headline.Text, out var wording))
        {
            wordings[headline.Text] = wording = similar.Known(headline.Text);
        }
        var story = StoryOf(wording, headline);
        wording.LastDay = today;
        return story;
    }

    public void Dispose() => terms.GiveBack();

    private long StoryOf(KnownWording wording, StoryHeadlineRow headline)
    {
        var since = today - Span;
        var isRepeated = false;
        StoryStart? begins = null, goesOn = null;
        for (var i = wording.Numbers.IsNothing ? 0 : -1; i < (wording.Same?.Count ?? 0); i++)
        {
            var same = i < 0 ? wording : wording.Same![i];
            isRepeated |= same.LastDay >= since;
            begins = same.Beginning is { } one && one.Day >= since && one.Takes(wording) ? Earlier(begins, one) : begins;
            goesOn = same.Continuation is { } other && Stretch(other.Day) == Stretch(today) && other.Takes(wording) ? Earlier(goesOn, other) : goesOn;
        }
        if (isRepeated && (begins ?? goesOn) is { } story)
        {
            return story.Id;
        }
        var own = new StoryStart(headline.Id, today, ++number, wording);
        (wording.Beginning, wording.Continuation) = isRepeated ? (wording.Beginning, own) : (own, wording.Continuation);
        return own.Id;
    }

    // No longer than a span, first and last day included.
    private static int Stretch(int day) => day / (Span + 1);

    private static StoryStart Earlier(StoryStart? one, StoryStart other) => one is null || other.Number < one.Number ? other : one;

    private void Forget(int before)
    {
        foreach (var (text, wording) in wordings)
        {
            if (wording.LastDay >= before)
            {
                continue;
            }
            wordings.Remove(text);
            similar.Forget(wording);
        }
    }
}
