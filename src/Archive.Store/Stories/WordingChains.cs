namespace Archive.Store.Stories;

/// <summary>
/// Which wordings have a word, both as numbers: a list for each word, all of them chained through one array. A hundred thousand lists would be
/// the garbage collector's work again and again.
/// </summary>
internal sealed class WordingChains
{
    private readonly List<(int First, int Count)> words = [];

    // The first is none.
    private List<(int Wording, int Next)> links = [default];

    public int CountOf(int word) => word < words.Count ? words[word].Count : 0;

    public void Add(int word, int wording)
    {
        while (words.Count <= word)
        {
            words.Add(default);
        }
        links.Add((wording, words[word].First));
        words[word] = (links.Count - 1, words[word].Count + 1);
    }

    /// <summary>The place of the first wording that has the word; 0 where there is none.</summary>
    public int First(int word) => word < words.Count ? words[word].First : 0;

    /// <summary>The wording at a place, and the place of the next; 0 behind the last.</summary>
    public (int Wording, int Next) At(int place) => links[place];

    /// <summary>Drops those that are forgotten.</summary>
    public void Tidy(List<KnownWording?> known)
    {
        List<(int Wording, int Next)> kept = [default];
        for (var word = 0; word < words.Count; word++)
        {
            var (first, count) = (0, 0);
            for (var at = words[word].First; at > 0; at = links[at].Next)
            {
                if (known[links[at].Wording] is not null)
                {
                    kept.Add((links[at].Wording, first));
                    (first, count) = (kept.Count - 1, count + 1);
                }
            }
            words[word] = (first, count);
        }
        links = kept;
    }
}
