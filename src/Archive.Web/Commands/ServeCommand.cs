using System.CommandLine;
using Archive.Web.Hosting;
using Archive.Web.Settings;

namespace Archive.Web.Commands;

/// <summary>`archive serve`, or `archive` alone: prepares the store, fills an empty one from the seeds folder, and answers readers.</summary>
internal static class ServeCommand
{
    public static Command Create(string[] settings, Func<WebApplicationBuilder, WebApplication> buildSite)
    {
        var command = new Command("serve", "Serve the archive to readers (the default). --urls http://127.0.0.1:5001 chooses the address.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var app = buildSite(ArchiveHost.CreateBuilder(settings));
            app.Services.ValidateSettings();
            await app.Services.MeetStoreAsync(cancellation);
            await app.Services.ImportSeedsIfEmptyAsync(cancellation);
            await app.Services.SayWhoCanSignInAsync(cancellation);
            await StartAsync(app, cancellation);
            await app.WaitForShutdownAsync(CancellationToken.None);
            return ExitCode.AllWell;
        });
        return command;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch
        {
            // The work beside the pages may have begun: it ends before what it stands on is taken away.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
