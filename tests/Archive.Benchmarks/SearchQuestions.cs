using Archive.Store;
using Archive.Store.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Archive.Benchmarks;

/// <summary>Searches of every kind that one archive's own words make, so that each class has the frequencies it is named after.</summary>
internal static class SearchQuestions
{
    private const int Each = 8;

    /// <returns>The class of each search, and its address; those of one class follow each other.</returns>
    public static async Task<List<(string Class, string[] Addresses)>> OfAsync(ArchiveContext archive)
    {
        var counts = await archive.SearchPostings
            .Join(archive.SearchSegments.Where(segment => segment.Unit == SearchUnit.Headline), posting => posting.SegmentId, segment => segment.Id, (posting, _) => posting)
            .GroupBy(posting => posting.Term).Select(term => new { Term = term.Key, Count = term.Sum(posting => (long)posting.Count) }).ToListAsync();
        var words = counts.Where(word => char.IsAsciiLetter(word.Term[0])).OrderByDescending(word => word.Count).ThenBy(word => word.Term, StringComparer.Ordinal).ToList();
        var all = await archive.SearchSegments.Where(segment => segment.Unit == SearchUnit.Headline).SumAsync(segment => (long)segment.Count);
        string[] common = Near(0.40, 4), mid = Near(0.01, Each), rare = Near(0.0001, Each);
        return
        [
            ($"common word ({Share(common)})", Searches(common)),
            ($"word in 1 % ({Share(mid)})", Searches(mid)),
            ($"word in 0.01 % ({Share(rare)})", Searches(rare)),
            ("word with old matches only, as typed", ["/search?q=sinkiang&exact=1"]),
            ("name with its other spellings", Searches(["uyghur", "uighur", "sinkiang", "east turkistan"])),
            ("four common words", Searches([string.Join(' ', common)])),
            ("four words, common to rare", Searches([.. mid.Zip(rare, (one, other) => $"{common[0]} {common[1]} {one} {other}")])),
            ("four words, each with other spellings", Searches(["uyghur xinjiang labour genocide", "uighur east turkistan forced labour"])),
            ("two words that never meet", ["/search?q=%22uighur%22+%22uyghur%22"]),
            ("phrase of common words", Searches([$"\"{common[0]} {common[1]}\"", $"\"{common[1]} {common[2]}\""])),
            ("common word without another", Searches([.. mid.Select(word => $"{common[0]} -{word}")])),
            ("beginning of one letter", Searches(["s*", "k*", "t*"])),
            ("beginning of three letters", Searches([.. mid.Concat(rare).Select(word => word[..3] + "*").Distinct()])),
            ("beginning of five letters", Searches([.. rare.Where(word => word.Length > 5).Select(word => word[..5] + "*").Distinct()])),
            ("mistyped word: nothing, with suggestions", Searches([.. rare.Select(word => word[..2] + "x" + word[2..])])),
            ("best match", [.. mid.Select(word => $"/search?q={common[0]}+{word}&sort=best")]),
            ("narrowed to a month", [.. common.Select(word => $"/search?q={word}&from=2024-03&to=2024-03")]),
            ("deep in the list", [await DeepAsync(archive, common[0])]),
        ];

        string[] Near(double share, int count) => [.. words.OrderBy(word => Math.Abs(Math.Log(word.Count / (share * all)))).Take(count).Select(word => word.Term)];

        string Share(string[] some) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{some.Average(term => words.First(word => word.Term == term).Count) / all:0.###%} of headlines");
    }

    private static string[] Searches(string[] typed) => [.. typed.Select(words => $"/search?q={Uri.EscapeDataString(words)}")];

    // From the oldest tenth of the archive on.
    private static async Task<string> DeepAsync(ArchiveContext archive, string word)
    {
        var digests = archive.Posts.Where(post => post.HeadlineCount > 0);
        var place = await digests.OldestFirst().Skip(await digests.CountAsync() / 10).Select(post => new { post.SortDay, Id = post.Headlines.Min(headline => headline.PublicId) }).FirstAsync();
        return $"/search?q={word}&after={place.SortDay:yyyy-MM-dd}~{place.Id}";
    }
}
