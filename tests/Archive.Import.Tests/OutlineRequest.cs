using System.Text.RegularExpressions;

namespace Archive.Import.Tests;

/// <summary>
/// The expectation of one sample, read from its outline block: which fields it speaks of, and how its lines compare. It speaks of all posts or
/// of none; of a post's field with every value or not at all. "…" in an expected line stands for any text, and "@12" may be left out.
/// </summary>
internal sealed partial class OutlineRequest
{
    public static readonly OutlineRequest Everything = new([], all: true);

    private readonly HashSet<string> seedFields = [];
    private readonly List<HashSet<string>> postFields = [];
    private readonly List<string> expected = [];
    private readonly List<(int Post, string Line)> clues = [];

    private OutlineRequest(IEnumerable<string> lines, bool all)
    {
        All = all;
        foreach (var line in lines)
        {
            var inPost = line.StartsWith("  ", StringComparison.Ordinal);
            var name = line[..line.IndexOf(':', StringComparison.Ordinal)].Trim();
            if (name.StartsWith("has ", StringComparison.Ordinal) || name.StartsWith("no ", StringComparison.Ordinal))
            {
                clues.Add((inPost ? postFields.Count - 1 : -1, line.Trim()));
                continue;
            }

            expected.Add(line);
            if (inPost) postFields[^1].Add(name);
            else if (name is "encoding" or "layout" or "problem" or "roles") seedFields.Add(name);
            else if (line != "posts: none") postFields.Add([]);
        }

        WantsPosts = all || postFields.Count > 0 || expected.Contains("posts: none");
    }

    public bool All { get; }

    public bool WantsPosts { get; }

    public static OutlineRequest Read(string block) =>
        new(block.Split('\n').Where(line => line.Trim().Length > 0), all: false);

    public bool Wants(string seedField) => seedFields.Contains(seedField);

    public bool Wants(int post, string field) => post < postFields.Count && postFields[post].Contains(field);

    /// <returns>Null, or both outlines one above the other.</returns>
    public string? DifferenceFrom(ParsedSeed seed)
    {
        var wanted = Ordered(expected.Where(line => line != "posts: none"));
        var found = Ordered(Outline.Of(seed, this));
        if (wanted.Count != found.Count || !wanted.Zip(found).All(pair => Matches(pair.First, pair.Second)))
            return $"Expected:\n{string.Join('\n', wanted)}\n\nFound:\n{string.Join('\n', Marked(wanted, found))}\n";
        var broken = clues.Where(clue => !Holds(clue.Post, clue.Line, seed)).Select(clue => clue.Line).ToList();
        return broken.Count == 0 ? null : $"Not so:\n{string.Join('\n', broken)}\n\nFound:\n{string.Join('\n', Outline.Of(seed))}\n";
    }

    private static bool Holds(int post, string clue, ParsedSeed seed)
    {
        var lines = Outline.Of(post < 0 ? seed : seed with { Posts = [seed.Posts[post]], Problems = [] }).Select(line => line.Trim());
        return clue.StartsWith("has ", StringComparison.Ordinal)
            ? lines.Any(line => Matches(clue[4..], line))
            : !lines.Any(line => Matches(clue[3..], line));
    }

    // A sample may state the fields of a post in any order; the values of one field stay in theirs.
    private static List<string> Ordered(IEnumerable<string> lines)
    {
        List<List<string>> groups = [[]];
        foreach (var line in lines)
        {
            if (!line.StartsWith("  ", StringComparison.Ordinal)) groups.Add([]);
            groups[^1].Add(line);
        }

        var sorted = groups.Where(group => group.Count > 0)
            .Select(group => group.Take(1).Concat(group.Skip(1).OrderBy(line => line[..line.IndexOf(':', StringComparison.Ordinal)], StringComparer.Ordinal)).ToList())
            .ToList();
        string[] seedOrder = ["encoding", "layout"];
        return [.. sorted.OrderBy(group => Rank(group[0])).SelectMany(group => group)];

        int Rank(string line) => line.StartsWith("problem:", StringComparison.Ordinal) ? 3
            : line.StartsWith("roles:", StringComparison.Ordinal) ? 4
            : Array.Exists(seedOrder, name => line.StartsWith(name + ":", StringComparison.Ordinal)) ? Array.FindIndex(seedOrder, name => line.StartsWith(name + ":", StringComparison.Ordinal))
            : 2;
    }

    private static IEnumerable<string> Marked(List<string> wanted, List<string> found) =>
        found.Select(line => (wanted.Exists(want => Matches(want, line)) ? "    " : "!!  ") + line);

    private static bool Matches(string wanted, string found)
    {
        var line = LineMark().IsMatch(wanted) ? found : LineMark().Replace(found, "");
        var pattern = string.Join(".*", wanted.Split('…').Select(Regex.Escape));
        return Regex.IsMatch(line, $"^{pattern}$", RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }

    [GeneratedRegex(@" @\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineMark();
}
