using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Index;

/// <summary>Keeps the list of words, by which one that was mistyped is found again. A word stays when its last headline goes: it is only offered with its count.</summary>
internal static class VocabularyUpkeep
{
    // Shorter words have too few neighbours, longer ones too many parts.
    private const int Shortest = 3;

    private const int Longest = 30;

    private const int AtOnce = 2000;

    public static async Task AddAsync(ArchiveContext archive, IEnumerable<string> words, CancellationToken cancellation)
    {
        foreach (var some in words.Where(word => word.Length is >= Shortest and <= Longest).Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var known = await archive.SearchWords.Where(row => some.Contains(row.Word)).Select(row => row.Word).ToHashSetAsync(cancellation);
            var added = some.Where(word => !known.Contains(word)).ToList();
            await archive.BulkInsertAsync(added.Select(word => new SearchWord { Word = word }), cancellation);
            await archive.BulkInsertAsync(added.SelectMany(word => Parts(word).Select(part => new SearchWordPart { Part = part, Word = word })), cancellation);
        }
    }

    /// <summary>"uygur" → " uy", "uyg", "ygu", "gur", "ur ": each once, and none with half a character.</summary>
    public static IEnumerable<string> Parts(string word)
    {
        var ended = $" {word} ";
        return Enumerable.Range(0, ended.Length - 2).Select(i => ended.Substring(i, 3)).Where(part => !char.IsLowSurrogate(part[0]) && !char.IsHighSurrogate(part[^1])).Distinct(StringComparer.Ordinal);
    }
}
