using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>
/// Orders the newest matches by how well they match: rare words count more than common ones, the spelling that was typed more than
/// another of its topic, words that stand together more than words apart, a short headline more than a long one. What matches as well is newest first.
/// </summary>
internal sealed class BestMatch(ArchiveContext archive, Matches matches, Asked asked, Postings postings)
{
    /// <summary>So many of the newest matches are ordered.</summary>
    public const int Ranked = 1000;

    // Another spelling says the same, but is not what was typed.
    private const double OtherSpelling = 0.85;

    // For words that stand together as they were typed.
    private const double Together = 1.3;

    /// <summary>The newest matches, best first.</summary>
    public async Task<List<Entry>> OrderAsync(CancellationToken cancellation)
    {
        var wanted = matches.After(null).Take(Ranked).ToList();
        var views = wanted.Select(entry => entry.Segment).Distinct().Select(segment => matches.Segments[segment]).ToList();
        var phrase = TypedTogether();
        // Where words stand is read for these few segments alone.
        var together = phrase is null ? null : await PostingReader.ReadAsync(archive, [phrase], views, cancellation);
        var weights = asked.Groups.Select(Weight).ToList();
        var scored = wanted.GroupBy(entry => entry.Segment).SelectMany(segment =>
        {
            var view = matches.Segments[segment.Key];
            var evaluation = new Evaluation(view, postings);
            var sets = asked.Groups.Select((group, i) => (Weight: weights[i], Typed: SetOf(evaluation, group.Typed), Other: evaluation.Of(new AnyOf(group.Others)))).ToList();
            var inRow = together is null ? null : new Evaluation(view, together).Of(phrase);
            return segment.Select(entry => (Entry: entry, Score: Score(entry, sets, inRow) / Math.Sqrt(8 + view.Lengths[entry.Number])));
        });
        // A stable order: what is equal stays newest first.
        return [.. scored.OrderByDescending(pair => pair.Score).Select(pair => pair.Entry)];
    }

    private static double Score(Entry entry, List<(double Weight, ulong[]? Typed, ulong[]? Other)> sets, ulong[]? inRow)
    {
        double score = 0;
        foreach (var (weight, typed, other) in sets)
        {
            score += weight * (Has(typed, entry) ? 1 : Has(other, entry) ? OtherSpelling : 0);
        }
        return Has(inRow, entry) ? score * Together : score;
    }

    /// <summary>All typed words in a row; null where there is only one.</summary>
    private WordsNode? TypedTogether()
    {
        var typed = asked.Groups.SelectMany(group => group.Typed).Where(words => words is { In: SearchPlace.Text, IsPrefix: false }).ToList();
        return typed.Count < 2 ? null : new("", [.. typed.SelectMany((words, i) => words.Terms.Select((term, j) => term with { Gap = i + j == 0 ? 0 : j == 0 ? 1 : term.Gap }))]);
    }

    private static ulong[]? SetOf(Evaluation evaluation, IReadOnlyList<WordsNode> typed) => typed.Count == 0 ? null : evaluation.Of(new AllOf(typed));

    private static bool Has(ulong[]? set, Entry entry) => set is not null && EntrySet.Has(set, entry.Number);

    // ln(1 + all / having)
    private double Weight(WordGroup group)
    {
        var all = matches.Segments.Sum(segment => segment.Count);
        var having = matches.Segments.Sum(segment => new Evaluation(segment, postings).Of(new AnyOf([.. group.All])) is { } set ? EntrySet.Count(set) : 0);
        return Math.Log(1 + all / (having + 1.0));
    }
}
