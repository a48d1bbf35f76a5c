using System.Data.Common;
using System.Runtime.InteropServices;
using Archive.Store.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Asking;

/// <summary>Reads the terms of a search in one question, and in a second those of its phrases, whose places are long.</summary>
internal static class PostingReader
{
    // After every word of the same beginning.
    private const string AfterAll = "\U0010FFFF";

    /// <param name="segments">Those whose entries are asked about.</param>
    /// <param name="memory">What it knows is not asked for; where the segments are all there are.</param>
    public static async Task<Postings> ReadAsync(
        ArchiveContext archive, IReadOnlyCollection<SearchNode> nodes, IReadOnlyList<SegmentView> segments, CancellationToken cancellation, PostingMemory? memory = null)
    {
        Postings read = new();
        Dictionary<string, bool> beginnings = new(StringComparer.Ordinal);
        HashSet<string> plain = new(StringComparer.Ordinal), inPhrases = new(StringComparer.Ordinal);
        foreach (var one in segments.DistinctBy(segment => segment.Unit))
        {
            foreach (var node in nodes.SelectMany(Words.All))
            {
                if (node is WordsNode words)
                {
                    if (!IsKnown(words, one))
                    {
                        Collect(words, one.Unit, plain, inPhrases, beginnings);
                    }
                }
                else if (Evaluation.TermOf(node) is { } term)
                {
                    plain.Add(term);
                }
            }
        }
        plain.ExceptWith(inPhrases);
        await ReadAsync(archive, plain, withPlaces: false, segments, memory, read, cancellation);
        await ReadAsync(archive, inPhrases, withPlaces: true, segments, memory, read, cancellation);
        foreach (var (beginning, withPlaces) in beginnings)
        {
            await ReadBeginningAsync(archive, beginning, withPlaces, segments, read, cancellation);
        }
        return read;
    }

    /// <summary>How many entries of the segments have each of the words; of those that none has nothing is said.</summary>
    public static async Task<Dictionary<string, long>> CountAsync(ArchiveContext archive, IEnumerable<string> words, IReadOnlyList<SegmentView> segments, CancellationToken cancellation)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (var (terms, ids) in Asked(Having(words, segments), segments.Count))
        {
            await archive.ReadAsync(
                archive.SearchPostings.Where(row => ids.Contains(row.SegmentId) && terms.Contains(row.Term)).Select(row => new { row.Term, row.Count }),
                row => CollectionsMarshal.GetValueRefOrAddDefault(counts, row.GetString(0), out _) += row.GetInt32(1), cancellation);
        }
        return counts;
    }

    /// <summary>Whether the entries with these words are in memory: they are a spelling of a topic.</summary>
    public static bool IsKnown(WordsNode words, SegmentView segment) =>
        segment.Spellings.Count > 0 && words.PlaceIn(segment.Unit) == SearchPlace.Text && segment.Spellings.Contains(words.Key);

    private static async Task ReadAsync(
        ArchiveContext archive, HashSet<string> words, bool withPlaces, IReadOnlyList<SegmentView> segments, PostingMemory? memory, Postings read, CancellationToken cancellation)
    {
        var all = Having(words, segments);
        var unknown = memory is null ? all : all.ConvertAll(pair => pair with { In = memory.AddKnown(pair.Term, withPlaces, pair.In, read) });
        foreach (var (terms, ids) in Asked(unknown, segments.Count))
        {
            var rows = archive.SearchPostings.Where(row => ids.Contains(row.SegmentId) && terms.Contains(row.Term));
            await (withPlaces
                ? archive.ReadAsync(rows.Select(row => new { row.Term, row.SegmentId, row.Entries, row.Places }), Add, cancellation)
                : archive.ReadAsync(rows.Select(row => new { row.Term, row.SegmentId, row.Entries }), Add, cancellation));
        }
        foreach (var (pair, _) in all.Zip(unknown).Where(both => both.Second.In.Count > 0))
        {
            memory?.Keep(pair.Term, withPlaces, pair.In, read);
        }

        void Add(DbDataReader row) =>
            read.Add(row.GetString(0), row.GetInt64(1), new(row.GetFieldValue<byte[]>(2), withPlaces ? row.GetFieldValue<byte[]>(3) : null));
    }

    private static Task ReadBeginningAsync(
        ArchiveContext archive, string beginning, bool withPlaces, IReadOnlyList<SegmentView> segments, Postings read, CancellationToken cancellation)
    {
        var (byId, end) = (segments.ToDictionary(segment => segment.Id), beginning + AfterAll);
        var ids = byId.Keys.ToArray();
        var words = archive.SearchPostings.Where(row => ids.Contains(row.SegmentId) && string.Compare(row.Term, beginning) >= 0 && string.Compare(row.Term, end) < 0);
        // Thousands of rows, which become one set in each segment as they come.
        return withPlaces
            ? archive.ReadAsync(words.Select(row => new { row.SegmentId, row.Entries, row.Places }), Add, cancellation)
            : archive.ReadAsync(words.Select(row => new { row.SegmentId, row.Entries }), Add, cancellation);

        void Add(DbDataReader row)
        {
            var (segment, entries) = (byId[row.GetInt64(0)], row.GetFieldValue<byte[]>(1));
            read.Join(beginning, segment, entries);
            if (withPlaces)
            {
                read.AddTo(beginning, segment.Id, new(entries, row.GetFieldValue<byte[]>(2)));
            }
        }
    }

    private static List<(string Term, List<SegmentView> In)> Having(IEnumerable<string> terms, IReadOnlyList<SegmentView> segments) =>
        [.. terms.Select(term => (Term: term, Hash: TermFilter.Hash(term))).Select(pair => (pair.Term, segments.Where(segment => segment.MayHave(pair.Hash)).ToList()))];

    // Terms that are nearly everywhere, and those that are in few segments, apart: every pair that is asked for is looked up.
    private static IEnumerable<(string[] Terms, long[] Segments)> Asked(List<(string Term, List<SegmentView> In)> terms, int of)
    {
        var common = terms.FindAll(pair => pair.In.Count > of / 4);
        var rare = terms.FindAll(pair => pair.In.Count > 0 && pair.In.Count <= of / 4);
        foreach (var group in new[] { common, rare }.Where(group => group.Count > 0))
        {
            yield return ([.. group.Select(pair => pair.Term)], [.. group.SelectMany(pair => pair.In).Select(segment => segment.Id).Distinct()]);
        }
    }

    private static void Collect(WordsNode words, SearchUnit unit, HashSet<string> plain, HashSet<string> inPhrases, Dictionary<string, bool> beginnings)
    {
        for (var i = 0; i < words.Terms.Count; i++)
        {
            var term = words.Term(i, unit);
            if (words.IsPrefix && i == words.Terms.Count - 1)
            {
                if (words.NeedsRange(unit))
                {
                    beginnings[term] = beginnings.GetValueOrDefault(term) || words.IsPhrase();
                }
                else
                {
                    plain.Add(IndexTerm.Prefix(words.Terms[i].Text));
                }
                continue;
            }
            (words.IsPhrase() ? inPhrases : plain).Add(term);
        }
    }
}
