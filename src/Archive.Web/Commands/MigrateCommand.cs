using System.CommandLine;
using Archive.Web.Hosting;

namespace Archive.Web.Commands;

/// <summary>`archive migrate`: brings the store to this version, or writes the SQL that would, for whoever reviews it and runs it by hand.</summary>
internal static class MigrateCommand
{
    private static readonly Option<bool> Script = new("--script")
    {
        Description = "Write the SQL to standard output, and change nothing. On PostgreSQL it may be run on a store of any version, and twice.",
    };

    public static Command Create(string[] settings)
    {
        var command = new Command("migrate", "Bring the store to this version. SQLite is brought there by every start; PostgreSQL only by this.") { Script };
        command.SetAction((typed, cancellation) => RunAsync(typed.GetValue(Script), settings, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(bool script, string[] settings, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings);

        await using var archive = await app.Services.OpenStoreAsync(cancellation);
        await archive.UsingStoreAsync(async () =>
        {
            if (script)
            {
                await Console.Out.WriteAsync(await archive.MigrationScriptAsync(cancellation));
                return;
            }
            var pending = await archive.PendingMigrationsAsync(cancellation);
            // Also with nothing pending: a migration that was killed may have left something to clear up.
            await archive.MigrateAsync(cancellation);
            Console.Out.WriteLine(pending.Count == 0 ? "Nothing was pending." : $"Applied: {string.Join(", ", pending)}");
            await app.Services.BeginAuditAsync(cancellation);
            // An archive from before there was a search.
            var months = await RebuildProgressDisplay.ShowAsync(progress => app.Services.IndexRebuild().RunAsync(all: false, progress, cancellation));
            if (months > 0)
            {
                Console.Out.WriteLine($"Indexed for search: {months} months.");
            }
            if (await app.Services.LinkKeyFill().RunAsync(cancellation) is > 0 and var links)
            {
                Console.Out.WriteLine($"Links given a key: {links}.");
            }
        });
        return ExitCode.AllWell;
    }
}
