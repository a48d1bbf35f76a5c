namespace Archive.Store.Search.Index;

/// <summary>Joins the entries of words that begin alike, which follow each other, into those of their beginnings (<see cref="IndexTerm.Prefix"/>).</summary>
internal sealed class WordBeginnings
{
    private readonly ulong[][] sets = [.. Enumerable.Range(0, IndexTerm.LongestKeptPrefix).Select(_ => EntrySet.Empty())];
    private readonly List<(string Term, int[] Entries)> ended = [];
    private string last = "";

    /// <param name="word">Behind the last one in the order of their characters.</param>
    public void Add(string word, List<int> entries)
    {
        End(from: word.AsSpan().CommonPrefixLength(last));
        last = word;
        for (var length = 1; length <= Math.Min(word.Length, sets.Length); length++)
        {
            foreach (var entry in entries)
            {
                sets[length - 1][entry >> 6] |= 1UL << entry;
            }
        }
    }

    /// <summary>In the order of their characters, when all words are there.</summary>
    public IEnumerable<(string Term, int[] Entries)> All()
    {
        End(from: 0);
        return ended.OrderBy(beginning => beginning.Term, StringComparer.Ordinal);
    }

    // The beginnings of the last word that the next has not.
    private void End(int from)
    {
        for (var length = from + 1; length <= Math.Min(last.Length, sets.Length); length++)
        {
            // Half an emoji is no text: no database keeps it, and all halves would be one.
            if (!char.IsHighSurrogate(last[length - 1]))
            {
                ended.Add((IndexTerm.Prefix(last[..length]), [.. EntrySet.Entries(sets[length - 1])]));
            }
            Array.Clear(sets[length - 1]);
        }
    }
}
