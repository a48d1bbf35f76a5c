using System.CommandLine;
using System.Globalization;
using Archive.Store;
using Archive.Store.Accounts.Auditing;
using Archive.Store.History.Auditing;
using Archive.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Commands;

/// <summary>`archive verify`: reads the audit, every post and every account again, and says what was changed past it.</summary>
internal static class VerifyCommand
{
    private const int LineEvery = 10_000;

    private static readonly Option<string[]> Kept = new("--kept")
    {
        Description = "A record as an earlier verify printed it (\"17:ab01…\", \"account-5:cd23…\"), kept elsewhere: shows that the chain was not made anew since. May be given several times.",
        HelpName = "NUMBER:HASH",
    };

    public static Command Create(string[] settings)
    {
        var command = new Command("verify", "Check that no post, no account and no record of the audit was changed, added or removed by other hands than the archive's. Changes nothing.") { Kept };
        Kept.Validators.Add(typed =>
        {
            if (typed.Tokens.FirstOrDefault(token => !IsHead(token.Value)) is { } wrong)
            {
                typed.AddError($"--kept: \"{wrong.Value}\" is not a record's number, a colon and its 64 hexadecimal digits");
            }
        });
        command.SetAction((typed, cancellation) => RunAsync(typed.GetValue(Kept) ?? [], settings, cancellation));
        return command;
    }

    private static bool IsHead(string typed) =>
        (IsOfAccount(typed) ? typed[AccountVerification.Prefix.Length..] : typed).Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) && hash.All(char.IsAsciiHexDigitLower);

    private static bool IsOfAccount(string typed) => typed.StartsWith(AccountVerification.Prefix, StringComparison.Ordinal);

    private static async Task<int> RunAsync(string[] kept, string[] settings, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings);

        await using var archive = await app.Services.OpenStoreAsync(cancellation);
        var code = ExitCode.AllWell;
        await archive.UsingStoreAsync(async () =>
        {
            if (await archive.PendingMigrationsAsync(cancellation) is { Count: > 0 })
            {
                throw new StoreUnavailableException("the store is of another version, or not there: run archive migrate, then verify again");
            }
            var store = app.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();
            var verification = new AuditVerification(store);
            var verified = await ShowAsync(progress => verification.RunAsync([.. kept.Where(head => !IsOfAccount(head))], progress, cancellation));
            var accounts = await new AccountVerification(store).RunAsync([.. kept.Where(IsOfAccount)], cancellation);
            List<string> findings = [.. verified.Findings, .. accounts.Findings];
            findings.ForEach(Console.Out.WriteLine);
            var read = $"{Counted(verified.Records, "record")} of the audit and {Counted(verified.Posts, "post")} read{(accounts.Accounts + accounts.Records == 0 ? "" : $", {Counted(accounts.Records, "record")} of accounts and {Counted(accounts.Accounts, "account")}")}";
            Console.Out.WriteLine($"{read}: {(findings.Count == 0 ? "all as they were written" : Counted(findings.Count, "finding"))}.");
            foreach (var head in new[] { verified.Head, accounts.Head }.OfType<string>())
            {
                Console.Out.WriteLine($"Newest record: {head}");
            }
            code = findings.Count == 0 ? ExitCode.AllWell : ExitCode.NotWhole;
        });
        return code;
    }

    private static string Counted(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    // It tells after 500 at most: of these, about one in twenty is worth a line where there is no terminal.
    private static Task<Verified> ShowAsync(Func<IProgress<VerificationProgress>, Task<Verified>> run) =>
        StatusDisplay.ShowAsync("Verifying", Said, value => value.Done >= LineEvery && value.Done % LineEvery < 500 ? Said(value) : null, run);

    private static string Said(VerificationProgress value) => string.Create(CultureInfo.InvariantCulture, $"Verifying: {value.Done} {value.Of}");
}
