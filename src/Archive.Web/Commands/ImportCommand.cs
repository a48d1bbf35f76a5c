using System.CommandLine;
using Archive.Import;
using Archive.Web.Hosting;

namespace Archive.Web.Commands;

/// <summary>`archive import PATH…`: reads seed files into the store, or says what reading them would change.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Seed files, or folders of them. Without one: the folder in Import:SeedsFolder (seeds/).",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Parse and compare, write nothing, say what would change." };

    private static readonly Option<bool> Json = new("--json") { Description = "The result as one JSON document on standard output. With --dry-run no store is needed." };

    private static readonly Option<bool> RemoveSamples = new("--remove-samples") { Description = "First take the project's own retold samples out of the store; without a PATH, do only that." };

    public static Command Create(string[] settings)
    {
        var command = new Command("import", "Import seed text files into the store. Importing the same files again changes nothing.") { Paths, DryRun, Json, RemoveSamples };
        command.Validators.Add(typed =>
        {
            foreach (var token in typed.GetResult(Paths)?.Tokens.Where(token => token.Value.StartsWith('-')) ?? [])
            {
                typed.AddError($"There is no option '{token.Value}' (a file of that name is ./{token.Value}).");
            }
            if (typed.GetValue(RemoveSamples) && typed.GetValue(DryRun))
            {
                typed.AddError("--remove-samples cannot be tried with --dry-run.");
            }
        });
        command.SetAction((typed, cancellation) => RunAsync(typed, settings, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult typed, string[] settings, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings);

        var named = typed.GetValue(Paths) is { Length: > 0 } typedPaths ? typedPaths : null;
        var request = new ImportRequest(named ?? [app.Services.SeedsFolder()], typed.GetValue(DryRun));
        return request.DryRun && typed.GetValue(Json)
            ? await WriteDocumentAsync(app.Services, request, cancellation)
            : await ImportAsync(app.Services, request, typed.GetValue(RemoveSamples), named is not null, new(typed.GetValue(Json)), cancellation);
    }

    // The document says what is in the files, whatever is in the store: none is opened.
    private static async Task<int> WriteDocumentAsync(IServiceProvider services, ImportRequest request, CancellationToken cancellation)
    {
        await using var output = Console.OpenStandardOutput();
        var report = await services.SeedImporter(withStore: false).WriteDryRunJsonAsync(request, output, cancellation);
        await output.WriteAsync("\n"u8.ToArray(), CancellationToken.None);
        return report.ExitCode;
    }

    private static async Task<int> ImportAsync(
        IServiceProvider services, ImportRequest request, bool removeSamples, bool pathsNamed, ImportResult result, CancellationToken cancellation)
    {
        if (!request.DryRun)
        {
            await services.PrepareStoreAsync(cancellation);
        }
        var importer = services.SeedImporter(withStore: !request.DryRun || await services.HasStoreAsync(cancellation));
        if (removeSamples)
        {
            result.SamplesRemoved = await importer.RemoveSamplesAsync(cancellation);
        }
        if (pathsNamed || !removeSamples)
        {
            await result.FollowAsync(progress => importer.RunAsync(request, progress, cancellation));
        }
        return result.Print(request.DryRun);
    }
}
