using System.CommandLine;
using System.Globalization;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.History.Auditing;
using Archive.Store.Undoing;
using Archive.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Commands;

/// <summary>`archive undo --import ID` or `--account NAME --since TIME`.</summary>
internal static class UndoCommand
{
    private static readonly Option<long?> Import = new("--import") { Description = "An import as a whole: its number, as /desk/imports lists it.", HelpName = "ID" };

    private static readonly Option<string?> Account = new("--account") { Description = "Everything that an account did, together with --since.", HelpName = "NAME" };

    private static readonly Option<string?> Since = new("--since") { Description = "UTC: 2026-11-22T10:00Z.", HelpName = "TIME" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would be done, and do nothing." };

    public static Command Create(string[] settings)
    {
        var command = new Command("undo", "Undo a whole import, or everything that an account did since a time. What others changed since stays and is listed. May be stopped and run again.") { Import, Account, Since, DryRun };
        command.Validators.Add(typed =>
        {
            if (typed.GetValue(Import) is null == (typed.GetValue(Account) is null) || typed.GetValue(Account) is null != typed.GetValue(Since) is null)
            {
                typed.AddError("undo takes --import ID, or --account NAME with --since TIME");
            }
            else if (typed.GetValue(Since) is { } since && UndoTime.Read(since) is null)
            {
                typed.AddError($"--since: \"{since}\" is no time such as 2026-11-22T10:00Z");
            }
        });
        command.SetAction((typed, cancellation) => RunAsync(settings, typed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, ParseResult typed, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings);
        await app.Services.PrepareStoreAsync(cancellation);
        var dryRun = typed.GetValue(DryRun);
        var report = typed.GetValue(Import) is { } import
            ? await app.Services.GetRequiredService<RunUndo>().RunAsync(import, dryRun, AuditEntry.CommandLine, cancellation)
                ?? throw new AccountException($"there is no import {import} that could be undone")
            : await app.Services.GetRequiredService<AccountUndo>().RunAsync(
                await ActorAsync(app.Services, typed.GetValue(Account)!, cancellation), UndoTime.Read(typed.GetValue(Since)!)!.Value, dryRun, AuditEntry.CommandLine, new Lines(), cancellation);
        Print(report, dryRun);
        return report.Commit == CommitOutcome.Confirmed && report.Count(UndoStep.Left) == 0 ? ExitCode.AllWell : ExitCode.NotWhole;
    }

    // Also of an account that was removed.
    private static async Task<string> ActorAsync(IServiceProvider services, string name, CancellationToken cancellation)
    {
        await using var archive = await services.OpenStoreAsync(cancellation);
        var key = Store.Accounts.Account.KeyOf(name);
        return await archive.Accounts.Where(account => account.NameKey == key || account.Name == name).OrderByDescending(account => account.Id).Select(account => (long?)account.Id).FirstOrDefaultAsync(cancellation) is { } id
            ? AuditEntry.ActorOf(id) : throw new AccountException($"there is no account {name}");
    }

    private static void Print(UndoReport report, bool dryRun)
    {
        foreach (var post in report.Posts)
        {
            Console.Out.WriteLine($"{post.Address}: {(post.Step == UndoStep.Left ? $"left: {post.Why}" : UndoWords.Of(post.Step))}");
        }
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{UndoWords.Count(report.Done)} {(dryRun ? "would be undone" : "undone")}, {report.Count(UndoStep.Left)} left."));
        if (report.Commit == CommitOutcome.Unconfirmed)
        {
            Console.Error.WriteLine("archive: the database's standby has not confirmed it yet: the same command again settles it");
        }
    }

    private sealed class Lines : IProgress<int>
    {
        public void Report(int value) => Console.Error.WriteLine($"archive: {UndoWords.Count(value)} seen to");
    }
}
