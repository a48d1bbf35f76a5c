using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Index;

/// <summary>Keeps the list of words, by which one that was mistyped is found again. A word stays when its last headline goes: it is only offered with its count.</summary>
internal static class VocabularyUpkeep
{
    // Shorter words have too few neighbours, longer ones too many parts.
    private const int Shortest = 3;

    private const int Longest = 30;

    private const int AtOnce = 2000;

    // To read a word of the list in passing costs so much less than to look one up.
    private const int ReadForOneAsked = 8;

    public static async Task AddAsync(ArchiveContext archive, IEnumerable<string> words, CancellationToken cancellation)
    {
        List<string> asked = [.. words.Where(word => word.Length is >= Shortest and <= Longest)];
        var known = await archive.SearchWords.CountAsync(cancellation) < asked.Count * ReadForOneAsked
            ? await archive.SearchWords.Select(row => row.Word).ToHashSetAsync(StringComparer.Ordinal, cancellation)
            : await KnownAsync(archive, asked, cancellation);
        asked.RemoveAll(known.Contains);
        asked.Sort(StringComparer.Ordinal);
        await archive.BulkInsertAsync(asked.Select(word => new SearchWord { Word = word }), cancellation);
        await archive.BulkInsertAsync(asked.SelectMany(word => Parts(word).Select(part => new SearchWordPart { Part = part, Word = word })), cancellation);
    }

    private static async Task<HashSet<string>> KnownAsync(ArchiveContext archive, List<string> asked, CancellationToken cancellation)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var some in asked.Chunk(AtOnce))
        {
            known.UnionWith(await archive.SearchWords.Where(row => some.Contains(row.Word)).Select(row => row.Word).ToListAsync(cancellation));
        }
        return known;
    }

    /// <summary>"uygur" → " uy", "uyg", "ygu", "gur", "ur ": each once, and none with half a character.</summary>
    public static IEnumerable<string> Parts(string word)
    {
        var ended = $" {word} ";
        return Enumerable.Range(0, ended.Length - 2).Select(i => ended.Substring(i, 3)).Where(part => !char.IsLowSurrogate(part[0]) && !char.IsHighSurrogate(part[^1])).Distinct(StringComparer.Ordinal);
    }
}
