using System.Globalization;
using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Feeds;
using Archive.Web.Settings;
using Spectre.Console;
using static Archive.Web.Hosting.Printable;

namespace Archive.Web.Commands;

/// <summary>What a search found, on standard output: a table on a terminal, tabbed lines anywhere else. What is said about it is on standard error.</summary>
internal sealed class SearchResult(SearchAnswer answer, SiteOptions site)
{
    private static readonly string[] Columns = ["Date", "Outlet", "Headline", "Address"];

    public async Task<int> WriteDocumentAsync(CancellationToken cancellation)
    {
        await using var output = Console.OpenStandardOutput();
        await SearchFeed.WriteAsync(output, answer, site, cancellation);
        await output.WriteAsync("\n"u8.ToArray(), cancellation);
        return ExitCode.AllWell;
    }

    public int Print()
    {
        var rows = answer.Headlines.Select(Row).Concat(answer.Posts.Select(Row)).ToList();
        if (Console.IsOutputRedirected)
        {
            rows.ForEach(row => Console.Out.WriteLine(string.Join('\t', row)));
        }
        else if (rows.Count > 0)
        {
            var table = new Table().Border(TableBorder.Minimal);
            Array.ForEach(Columns, column => table.AddColumn(column));
            rows.ForEach(row => table.AddRow(row.Select(Markup.Escape).ToArray()));
            AnsiConsole.Write(table);
        }
        foreach (var line in Said())
        {
            Console.Error.WriteLine(Text(line));
        }
        return ExitCode.AllWell;
    }

    // 2021-01-29   BBC   China: …   https://archive.example/headlines/4M2K…
    private string[] Row(FoundHeadline headline) =>
        [Day(headline.Place), Text(headline.OutletName), Text(headline.Text), site.Absolute(Permalink.Headline(headline.PublicId))];

    private string[] Row(FoundPost post) =>
        [Day(post.Place), Text(post.OutletName ?? post.Issuer), $"[{PostKindName.Of(post.Place.Kind)}] {Text(post.Place.Title)}", site.Absolute(post.Place.Address)];

    private IEnumerable<string> Said()
    {
        foreach (var expansion in answer.Expanded)
        {
            yield return $"{expansion.Typed}: also {string.Join(", ", expansion.Also.Where(also => also.IsSearched).Select(also => also.Spelling))} (--exact searches as typed)";
        }
        foreach (var note in answer.Notes)
        {
            yield return note;
        }
        yield return $"{(answer.TotalIsLowerBound ? "more than " : "")}{Count(answer.Total, "headline")}, {Count(answer.PostsTotal, "post")}"
            + (answer.Total > answer.Headlines.Count ? $"; the first {answer.Headlines.Count} headlines are listed, {site.Absolute(Permalink.Search(answer.Request))} has the others" : "");
        foreach (var suggestion in answer.Suggestions)
        {
            yield return $"Nothing has {suggestion.Typed}; {suggestion.Word} is in {Count(suggestion.Count, "headline")}.";
        }
        if (answer.TotalWithoutFilters > 0)
        {
            yield return $"Without the filters: {Count(answer.TotalWithoutFilters.Value, "headline")}.";
        }
    }

    private static string Day(FoundPlace place) => place.DateEnd?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";

    private static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}s");
}
