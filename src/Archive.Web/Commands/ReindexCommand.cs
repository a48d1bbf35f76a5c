using System.CommandLine;
using Archive.Web.Hosting;

namespace Archive.Web.Commands;

/// <summary>`archive reindex`: makes the search index, the months' counts and the stories anew from the posts.</summary>
internal static class ReindexCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command("reindex", "Make the search index and the stories anew from the posts, a month at a time. Readers go on reading; stopped half-way, it is begun again by the same command.");
        command.SetAction((_, cancellation) => RunAsync(settings, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings);
        await app.Services.PrepareStoreAsync(cancellation);

        await using var archive = await app.Services.OpenStoreAsync(cancellation);
        await archive.UsingStoreAsync(async () =>
        {
            var months = await RebuildProgressDisplay.ShowAsync(progress => app.Services.IndexRebuild().RunAsync(all: true, progress, cancellation));
            Console.Out.WriteLine($"Indexed for search: {months} months.");
        });
        return ExitCode.AllWell;
    }
}
