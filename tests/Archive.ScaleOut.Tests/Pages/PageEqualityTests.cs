using System.Net;
using System.Text;
using AngleSharp.Html.Parser;

namespace Archive.ScaleOut.Tests.Pages;

/// <summary>
/// The two stores are equals: every page that a reader can reach is the same, byte for byte, on either. Of each kind of address as many are
/// asked for as there are rounds for, forty each: all but some headlines in a full run, some hundreds where a run must be short.
/// </summary>
public sealed class PageEqualityTests
{
    private static readonly int MostOfAKind = Rounds.Count * 40;

    // Where no link leads, and what nobody should ask for.
    private static readonly string[] Starts =
    [
        "/", "/robots.txt", "/status/404", "/status/500", "/health/live", "/health/ready", "/nowhere", "/1999", "/2021/02/30", "/2018/06/15/nothing", "/undated/nothing",
        "/?before=%00", "/?before=~%00~1", "/?before=2021-01-29~%EF%BF%BE~1", "/outlets/%01%C2%85", "/categories/%EF%BF%BE", "/headlines/0000000000",
        "/undated/%ED%A0%80", "/outlets?from=%00", "/categories?from=%F0%90%90%80", "/?after=2018-06-15~%F0%90%90%80~1", "/undated?before=~%EF%AC%80~1",
        "/search?q=the", "/search?q=of+or+a*&sort=best", "/search?q=-the&from=2018", "/search?q=%22of+the%22", "/search?q=xzq", "/search?q=uighur&exact=1", "/search?q=uyghur&kind=digest",
        "/search?q=%E4%B8%AD&link=lost", "/search?q=%00", "/search.json?q=", "/search.json?q=the+or+of", "/search.json?q=outlet:", "/calendar?year=2018", "/topics/uyghur", "/topics/nothing",
    ];

    [Fact]
    public async Task Every_public_address_of_imported_posts_answers_the_same_bytes_on_both_stores()
    {
        using var seeds = new TemporaryFolder();
        foreach (var seed in Directory.GetFiles(Path.Combine(Repository.Root, "seeds"), "*.txt"))
        {
            File.Copy(seed, seeds[Path.GetFileName(seed)]);
        }
        ManyScripts.WriteSeeds(seeds.Path);
        await CompareAsync(seeds.Path, atLeast: 1000);
    }

    [Fact]
    public Task Every_public_address_of_posts_made_by_hand_answers_the_same_bytes_on_both_stores() => CompareAsync(null, atLeast: 1000);

    private static async Task CompareAsync(string? seeds, int atLeast)
    {
        await using var sqlite = new TwinSite(StoreKind.Sqlite, seeds);
        await using var postgres = new TwinSite(StoreKind.Postgres, seeds);
        await sqlite.InitializeAsync();
        await postgres.InitializeAsync();
        using var one = sqlite.CreateClient();
        using var other = postgres.CreateClient();

        var seen = Starts.ToHashSet(StringComparer.Ordinal);
        Dictionary<string, int> asked = new(StringComparer.Ordinal);
        var waiting = new Queue<string>(Starts);
        List<string> differences = [];
        while (waiting.TryDequeue(out var address))
        {
            var count = asked[KindOf(address)] = asked.GetValueOrDefault(KindOf(address)) + 1;
            if (count > MostOfAKind)
            {
                continue;
            }
            var both = await Task.WhenAll(AskAsync(one, address), AskAsync(other, address));
            var onSqlite = both[0];
            if (onSqlite != both[1])
            {
                differences.Add($"{address}\n{Difference(onSqlite, both[1])}");
            }
            Assert.True(onSqlite.Status < HttpStatusCode.InternalServerError || address.StartsWith("/status/", StringComparison.Ordinal), $"{address} answered {onSqlite.Status}");
            foreach (var link in Links(address, onSqlite).Where(seen.Add))
            {
                waiting.Enqueue(link);
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {seen.Count} addresses differ:\n{string.Join("\n", differences.Take(5))}");
        TestContext.Current.TestOutputHelper?.WriteLine($"addresses: {asked.Values.Sum(count => Math.Min(count, MostOfAKind))} of {seen.Count}, the same bytes on both stores");
        Assert.True(seen.Count >= atLeast, $"only {seen.Count} addresses were found");
    }

    // "/headlines/5x…/source" is of the kind "headlines//source", and every day of every year of one kind.
    private static string KindOf(string address)
    {
        var path = address.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('/', path.Select((segment, i) => char.IsAsciiDigit(segment[0]) || i == 1 || i == 3 ? "" : segment)) + (address.Contains('?', StringComparison.Ordinal) ? "?" : "");
    }

    private static IEnumerable<string> Links(string address, Answer answer)
    {
        if (answer.Moved is { } moved)
        {
            return [moved];
        }
        if (answer.Type?.StartsWith("text/html", StringComparison.Ordinal) != true)
        {
            return [];
        }
        var at = new Uri(new Uri("http://localhost"), address);
        // As crawlers are asked to: the choices of a search have more combinations than anybody can walk.
        return new HtmlParser().ParseDocument(answer.Body).QuerySelectorAll("a[href]:not([rel~=nofollow]), link[href]")
            .Select(link => Uri.TryCreate(at, link.GetAttribute("href"), out var to) && to.Host == at.Host && to.Scheme == at.Scheme ? to.PathAndQuery : null)
            .OfType<string>();
    }

    private static async Task<Answer> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        // Latin-1 gives every byte a letter of its own, and takes none away.
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), answer.Content.Headers.ContentType?.ToString(), Encoding.Latin1.GetString(bytes));
    }

    private static string Difference(Answer one, Answer other) => one with { Body = "" } != other with { Body = "" }
        ? $"{one with { Body = "" }} | {other with { Body = "" }}"
        : one.Body.Split('\n').Zip(other.Body.Split('\n')).Where(line => line.First != line.Second).Select(line => $"  {line.First}\n  {line.Second}").FirstOrDefault() ?? "in length";

    private sealed record Answer(HttpStatusCode Status, string? Moved, string? Type, string Body);
}
