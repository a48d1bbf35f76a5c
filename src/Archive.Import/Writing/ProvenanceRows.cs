using Archive.Import.Matching;
using Archive.Store;

namespace Archive.Import.Writing;

/// <summary>Where a file's posts came from, and what was understood badly in it.</summary>
internal static class ProvenanceRows
{
    public static IEnumerable<Provenance> Of(IEnumerable<Matched> kept, IReadOnlyList<ParsedPost> posts, long sourceId, long firstId) => kept
        .DistinctBy(match => (match.Known.Id, posts[match.Index].LineFirst))
        .Select((match, i) => new Provenance
        {
            Id = firstId + i,
            PostId = match.Known.Id,
            SourceId = sourceId,
            LineFirst = posts[match.Index].LineFirst,
            LineLast = posts[match.Index].LineLast,
            PrintedHash = match.Copy.Text.PrintedHash,
            TextLines = match.Copy.Text.Lines.Length,
            HeadlineLines = Carried(match.Copy.Text, [.. posts[match.Index].Headlines.Select(headline => headline.Line)], match.Known.Text!),
        });

    /// <summary>The line of each headline that is shown, in a source that prints another copy: 0 where it lacks the headline.</summary>
    public static List<int> Carried(PostText copy, IReadOnlyList<int> lines, PostText shown)
    {
        if (lines.Count == 0)
        {
            return [];
        }
        Dictionary<(ulong Line, int Occurrence), int> printed = [];
        foreach (var (wording, line) in Numbered(copy).Zip(lines))
        {
            printed[wording] = line;
        }
        List<int> carried = [.. Numbered(shown).Select(wording => printed.GetValueOrDefault(wording))];
        return carried.TrueForAll(line => line == 0) ? [] : carried;
    }

    public static IEnumerable<SourceProblem> Problems(ReadSeed seed, IReadOnlyList<Matched> kept, long sourceId, long firstId)
    {
        var posts = seed.Parsed.Posts;
        var leftOut = Enumerable.Range(0, posts.Count).Except(kept.Select(match => match.Index)).ToHashSet();
        var owners = kept.ToDictionary(match => match.Index, match => match.Known.Id);
        var id = firstId;
        foreach (var problem in seed.Problems)
        {
            int? owner = problem.Line is { } line ? IndexAt(posts, line) : null;
            if (owner is null || !leftOut.Contains(owner.Value))
            {
                yield return new()
                {
                    Id = id++, SourceId = sourceId, PostId = owner is { } index ? owners[index] : null, Line = problem.Line, Code = problem.Code, Message = problem.Message,
                };
            }
        }
    }

    // Posts stand in the order of their lines.
    private static int? IndexAt(IReadOnlyList<ParsedPost> posts, int line)
    {
        var (low, high) = (0, posts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (line < posts[middle].LineFirst)
            {
                high = middle - 1;
            }
            else if (line > posts[middle].LineLast)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }
        return null;
    }

    private static IEnumerable<(ulong Line, int Occurrence)> Numbered(PostText text)
    {
        Dictionary<ulong, int> seen = [];
        foreach (var line in text.Lines.Take(text.HeadlineCount))
        {
            seen[line] = seen.GetValueOrDefault(line) + 1;
            yield return (line, seen[line]);
        }
    }
}
