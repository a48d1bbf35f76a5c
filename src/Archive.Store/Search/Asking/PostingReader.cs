using Archive.Store.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Asking;

/// <summary>What the index holds of the terms that a search needs, by segment.</summary>
internal sealed class Postings
{
    private readonly Dictionary<(string Term, long Segment), Posting> exact = [];
    private readonly HashSet<string> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Beginning, long Segment), List<Posting>> ranges = [];

    /// <summary>Whether any segment has it.</summary>
    public bool Has(string term) => terms.Contains(term);

    public Posting? Of(string term, long segment) => exact.GetValueOrDefault((term, segment));

    public IReadOnlyList<Posting> Beginning(string beginning, long segment) => ranges.GetValueOrDefault((beginning, segment)) ?? [];

    public void Add(string term, long segment, Posting posting)
    {
        terms.Add(term);
        exact[(term, segment)] = posting;
    }

    public void AddTo(string beginning, long segment, Posting posting)
    {
        if (!ranges.TryGetValue((beginning, segment), out var list))
        {
            ranges[(beginning, segment)] = list = [];
        }
        list.Add(posting);
    }
}

/// <param name="Places">Read only where a phrase needs them.</param>
internal sealed record Posting(byte[] Entries, byte[]? Places);

/// <summary>Reads the terms of a search in one question, and in a second those of its phrases, whose places are long.</summary>
internal static class PostingReader
{
    // After every word of the same beginning.
    private const string AfterAll = "\U0010FFFF";

    /// <param name="segments">Those whose entries are asked about.</param>
    public static async Task<Postings> ReadAsync(ArchiveContext archive, IReadOnlyCollection<SearchNode> nodes, IReadOnlyList<SegmentView> segments, CancellationToken cancellation)
    {
        Postings read = new();
        Dictionary<string, bool> beginnings = new(StringComparer.Ordinal);
        HashSet<string> plain = new(StringComparer.Ordinal), inPhrases = new(StringComparer.Ordinal);
        foreach (var (unit, one) in segments.DistinctBy(segment => segment.Unit).Select(segment => (segment.Unit, segment)))
        {
            foreach (var node in nodes.SelectMany(Words.All))
            {
                if (node is WordsNode words && IsKnown(words, one))
                {
                    continue;
                }
                if (node is WordsNode asked)
                {
                    Collect(asked, unit, plain, inPhrases, beginnings);
                }
                else if (Evaluation.TermOf(node) is { } term)
                {
                    plain.Add(term);
                }
            }
        }
        plain.ExceptWith(inPhrases);
        foreach (var (terms, ids) in Asked(plain, segments))
        {
            foreach (var row in await archive.SearchPostings.Where(row => ids.Contains(row.SegmentId) && terms.Contains(row.Term))
                .Select(row => new { row.Term, row.SegmentId, row.Entries }).ToListAsync(cancellation))
            {
                read.Add(row.Term, row.SegmentId, new(row.Entries, null));
            }
        }
        foreach (var (terms, ids) in Asked(inPhrases, segments))
        {
            foreach (var row in await archive.SearchPostings.Where(row => ids.Contains(row.SegmentId) && terms.Contains(row.Term))
                .Select(row => new { row.Term, row.SegmentId, row.Entries, row.Places }).ToListAsync(cancellation))
            {
                read.Add(row.Term, row.SegmentId, new(row.Entries, row.Places));
            }
        }
        var all = segments.Select(segment => segment.Id).ToArray();
        foreach (var (beginning, withPlaces) in beginnings)
        {
            var end = beginning + AfterAll;
            var found = await archive.SearchPostings.Where(row => all.Contains(row.SegmentId) && string.Compare(row.Term, beginning) >= 0 && string.Compare(row.Term, end) < 0)
                .Select(row => new { row.SegmentId, row.Entries, Places = withPlaces ? row.Places : null }).ToListAsync(cancellation);
            found.ForEach(row => read.AddTo(beginning, row.SegmentId, new(row.Entries, row.Places)));
        }
        return read;
    }

    /// <summary>Whether the entries with these words are in memory: they are a spelling of a topic.</summary>
    public static bool IsKnown(WordsNode words, SegmentView segment) =>
        segment.Spellings.Count > 0 && words.PlaceIn(segment.Unit) == SearchPlace.Text && segment.Spellings.Contains(words.Key());

    // Terms that are nearly everywhere, and those that are in few segments, apart: every pair that is asked for is looked up.
    private static IEnumerable<(string[] Terms, long[] Segments)> Asked(HashSet<string> terms, IReadOnlyList<SegmentView> segments)
    {
        var places = terms.Select(term => (Term: term, Hash: TermFilter.Hash(term)))
            .Select(pair => (pair.Term, In: segments.Where(segment => segment.MayHave(pair.Hash)).Select(segment => segment.Id).ToArray()))
            .Where(pair => pair.In.Length > 0).ToList();
        var common = places.FindAll(pair => pair.In.Length > segments.Count / 4);
        var rare = places.FindAll(pair => pair.In.Length <= segments.Count / 4);
        foreach (var group in new[] { common, rare }.Where(group => group.Count > 0))
        {
            yield return ([.. group.Select(pair => pair.Term)], [.. group.SelectMany(pair => pair.In).Distinct()]);
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
