using System.CommandLine;
using Archive.Store;
using Archive.Store.Copying;
using Archive.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Commands;

/// <summary>`archive copy --from STORE --to STORE`: moves a whole archive from one database to another.</summary>
internal static class CopyCommand
{
    private static readonly Option<string> From = new("--from")
    {
        Description = "The store to copy: sqlite:FILE, or postgres:Host=…;Database=…;Username=…. It is only read, and others may go on using it.",
        Required = true,
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "An empty store, written the same way. A new SQLite file or an empty PostgreSQL database is set up first.",
        Required = true,
    };

    public static Command Create(string[] settings)
    {
        var command = new Command(
            "copy",
            "Copy a whole archive into an empty store of any kind: same addresses, ids and revisions. A password may stand in the file that ConnectionStrings:ArchivePasswordFile names, in PGPASSWORD, or in a Passfile.")
        { From, To };
        command.SetAction((typed, cancellation) => RunAsync(typed.GetValue(From)!, typed.GetValue(To)!, settings, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string from, string to, string[] settings, CancellationToken cancellation)
    {
        var configuration = ArchiveHost.CreateBuilder(settings).Configuration;
        var password = configuration[StoreRegistration.PasswordFileKey];
        // What is typed counts from where it is typed.
        await using var source = StoreRegistration.OpenArchiveStore("--from", from, password, Environment.CurrentDirectory);
        await using var target = StoreRegistration.OpenArchiveStore("--to", to, password, Environment.CurrentDirectory);
        var copy = new ArchiveCopy(source.GetRequiredService<IDbContextFactory<ArchiveContext>>(), target.GetRequiredService<IDbContextFactory<ArchiveContext>>());

        var (tables, outcome) = await CopyProgressDisplay.ShowAsync(progress => copy.RunAsync(progress, cancellation));

        foreach (var table in tables)
        {
            Console.Out.WriteLine($"{table.Table}: {table.Rows}");
        }
        if (outcome == CommitOutcome.Unconfirmed)
        {
            Console.Error.WriteLine("archive: checking: the database's standby has not confirmed the copy. When the standby is back, the copy is there or it is not: archive copy again says which.");
            return ExitCode.NotWhole;
        }
        Console.Out.WriteLine($"Copied, read again and compared: {tables.Count} tables, {tables.Sum(table => table.Rows)} rows.");
        return ExitCode.AllWell;
    }
}
