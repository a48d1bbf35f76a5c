namespace Archive.Store.Stories;

/// <summary>A headline that a story begins with, or goes on with after a span.</summary>
/// <param name="number">Its place among all of them.</param>
internal sealed class StoryStart(long id, int day, int number, KnownWording wording)
{
    // Beside the wording that it begins with: nearly all have no other.
    private List<KnownWording>? agreeing;

    public long Id => id;

    public int Day => day;

    public int Number => number;

    /// <summary>
    /// Whether a wording that reports the same contradicts none that came before it: what says "students" cannot have both "ten students" and
    /// "twelve". Every headline that reports the same is asked, wherever it belongs in the end, so that the answer needs no other story.
    /// </summary>
    public bool Takes(KnownWording other)
    {
        if (other == wording || agreeing?.Contains(other) == true)
        {
            return true;
        }
        if (Contradict(wording, other) || agreeing?.Exists(before => Contradict(before, other)) == true)
        {
            return false;
        }
        (agreeing ??= new(1)).Add(other);
        return true;
    }

    private static bool Contradict(KnownWording before, KnownWording other) => before.MayContradict(other) && StoryRule.Contradict(before.Wording, other.Wording);
}
