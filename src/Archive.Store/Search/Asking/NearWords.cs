using Archive.Store.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Asking;

/// <summary>Words of the archive that are near to one that it does not have.</summary>
internal static class NearWords
{
    private const int Offered = 4;

    // Of the words that share most parts, so many are looked at.
    private const int Compared = 40;

    // Dice's measure: twice the parts that two words share, of the parts that both have.
    private const double Near = 0.3;

    // That a word has, even where two of its three units are one character.
    private const int FewestParts = 2;

    /// <returns>The nearest first, each with how many headlines have it.</returns>
    public static async Task<List<(string Word, long Count)>> OfAsync(ArchiveContext archive, IReadOnlyList<SegmentView> segments, string word, CancellationToken cancellation)
    {
        var parts = VocabularyUpkeep.Parts(word).ToArray();
        // Of thousands of words that share a part, most share no other: fewer than so many are near to none.
        var least = (int)Math.Ceiling(Near / 2 * (parts.Length + FewestParts));
        var sharing = await archive.SearchWordParts.Where(row => parts.Contains(row.Part))
            .GroupBy(row => row.Word).Where(group => group.Count() >= least).Select(group => new { Word = group.Key, Shared = group.Count() })
            .OrderByDescending(row => row.Shared).ThenBy(row => row.Word.Length).ThenBy(row => row.Word).Take(Compared).ToListAsync(cancellation);
        var near = sharing.Select(row => (row.Word, Likeness: 2.0 * row.Shared / (parts.Length + VocabularyUpkeep.Parts(row.Word).Count())))
            .Where(pair => pair.Likeness >= Near && pair.Word != word).OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Word, StringComparer.Ordinal).Take(Offered * 2).ToList();
        List<(string, long)> offered = [];
        // Words whose last headline is gone are still listed, but few: those that are not offered need not be counted.
        foreach (var some in near.Select(pair => pair.Word).Chunk(Offered))
        {
            var counts = await PostingReader.CountAsync(archive, some, segments, cancellation);
            offered.AddRange(some.Where(counts.ContainsKey).Select(one => (one, counts[one])));
            if (offered.Count >= Offered)
            {
                break;
            }
        }
        return offered[..Math.Min(offered.Count, Offered)];
    }
}
