using System.Text.RegularExpressions;
using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>What docs/SEARCH.md says is so.</summary>
[Trait("Store", "Any")]
public sealed partial class SearchDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "SEARCH.md"));

    [Fact]
    public void Every_example_is_understood()
    {
        // | `china -genocide` | texts with the first word … |
        var examples = Lines.Select(line => Example().Match(line)).Where(match => match.Success).Select(match => match.Groups["typed"].Value).ToList();
        Assert.InRange(examples.Count, 20, int.MaxValue);
        Assert.All(examples, typed =>
        {
            var query = SearchQuery.Parse(typed, Thesaurus.Default);
            Assert.NotNull(query.Root);
            Assert.Empty(query.Notes);
        });
    }

    [Fact]
    public void What_is_said_to_be_alike_is_alike()
    {
        // | Ürümqi, urumqi, URUMQI | …, with a semicolon between words that are not alike
        var rows = Lines.SkipWhile(line => !line.StartsWith("| alike |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')).ToList();
        Assert.InRange(rows.Count, 8, int.MaxValue);
        foreach (var alike in rows.SelectMany(row => row.Split('|')[1].Split(';')).Select(alike => alike.Replace("decomposed ", "", StringComparison.Ordinal).Split(',')))
        {
            Assert.Single(alike.Select(word => string.Join(' ', SearchText.Tokens(word).Select(token => token.Term))).Distinct(StringComparer.Ordinal));
        }
    }

    [GeneratedRegex(@"^\| `(?<typed>[^`]+)` \|", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
