using System.CommandLine;
using Archive.Store.Search;
using Archive.Web.Hosting;
using Archive.Web.Settings;
using Microsoft.Extensions.Options;

namespace Archive.Web.Commands;

/// <summary>`archive search QUERY…`: what the search page finds, as lines or as the document of /search.json.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Query = new("QUERY")
    {
        Description = "What to search for, as in the search box (docs/SEARCH.md). In single quotes, so that the shell leaves signs alone: 'uyghur -\"new york\"'.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> From = new("--from") { Description = "Published on this day or later: 2021, 2021-01 or 2021-01-28." };

    private static readonly Option<string> To = new("--to") { Description = "Published on this day or before." };

    private static readonly Option<string> Kind = new("--kind") { Description = "digest, press-release, statement, article, report, letter or brief." };

    private static readonly Option<string> Outlet = new("--outlet") { Description = "An outlet, as in its address: bbc." };

    private static readonly Option<string> Category = new("--category") { Description = "A category, as in its address." };

    private static readonly Option<string> Topic = new("--topic") { Description = "A topic of the thesaurus, as in its address." };

    private static readonly Option<string> Link = new("--link") { Description = "lost, linked or dead." };

    private static readonly Option<bool> Exact = new("--exact") { Description = "Search as typed, without other spellings." };

    private static readonly Option<bool> Best = new("--best") { Description = "Best match first; otherwise newest first." };

    private static readonly Option<bool> Json = new("--json") { Description = "The same document as /search.json, on standard output." };

    public static Command Create(string[] settings)
    {
        var command = new Command("search", "Search the archive's headlines: the first page of what the site would find.")
        {
            Query, From, To, Kind, Outlet, Category, Topic, Link, Exact, Best, Json,
        };
        command.Validators.Add(typed =>
        {
            foreach (var token in typed.GetResult(Query)?.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)) ?? [])
            {
                typed.AddError($"There is no option '{token.Value}'.");
            }
        });
        command.SetAction((typed, cancellation) => RunAsync(typed, settings, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult typed, string[] settings, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings);
        if (!await app.Services.HasStoreAsync(cancellation))
        {
            throw new StoreUnavailableException("there is no archive of this version to search: archive import fills a new one, archive migrate brings an older one to this version");
        }

        await using var scope = app.Services.CreateAsyncScope();
        List<string> notes = [];
        var answer = await scope.ServiceProvider.GetRequiredService<HeadlineSearch>().AnswerAsync(Asked(typed).Read(notes), cancellation);
        var result = new SearchResult(answer with { Notes = [.. notes, .. answer.Notes] }, app.Services.GetRequiredService<IOptions<SiteOptions>>().Value);
        return typed.GetValue(Json) ? await result.WriteDocumentAsync(cancellation) : result.Print();
    }

    private static SearchParameters Asked(ParseResult typed) => new()
    {
        Q = TypedQuery.Of(typed.GetValue(Query) ?? []),
        From = typed.GetValue(From), To = typed.GetValue(To), Kind = typed.GetValue(Kind), Outlet = typed.GetValue(Outlet),
        Category = typed.GetValue(Category), Topic = typed.GetValue(Topic), Link = typed.GetValue(Link),
        Exact = typed.GetValue(Exact) ? "1" : null, Sort = typed.GetValue(Best) ? "best" : null,
    };
}
