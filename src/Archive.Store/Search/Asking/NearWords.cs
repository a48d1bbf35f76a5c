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

    /// <returns>The nearest first, each with how many headlines have it.</returns>
    public static async Task<List<(string Word, long Count)>> OfAsync(ArchiveContext archive, string word, CancellationToken cancellation)
    {
        var parts = VocabularyUpkeep.Parts(word).ToArray();
        var sharing = await archive.SearchWordParts.Where(row => parts.Contains(row.Part))
            .GroupBy(row => row.Word).Select(group => new { Word = group.Key, Shared = group.Count() })
            .OrderByDescending(row => row.Shared).ThenBy(row => row.Word.Length).ThenBy(row => row.Word).Take(Compared).ToListAsync(cancellation);
        var near = sharing.Select(row => (row.Word, Likeness: 2.0 * row.Shared / (parts.Length + VocabularyUpkeep.Parts(row.Word).Count())))
            .Where(pair => pair.Likeness >= Near && pair.Word != word).OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Word, StringComparer.Ordinal).Take(Offered * 2).ToList();
        var words = near.ConvertAll(pair => pair.Word);
        var counts = await archive.SearchPostings.Where(posting => words.Contains(posting.Term))
            .Join(archive.SearchSegments.Where(segment => segment.Unit == SearchUnit.Headline), posting => posting.SegmentId, segment => segment.Id, (posting, _) => posting)
            .GroupBy(posting => posting.Term).Select(group => new { Word = group.Key, Count = group.Sum(posting => (long)posting.Count) })
            .ToDictionaryAsync(row => row.Word, row => row.Count, cancellation);
        return [.. near.Where(pair => counts.ContainsKey(pair.Word)).Take(Offered).Select(pair => (pair.Word, counts[pair.Word]))];
    }
}
