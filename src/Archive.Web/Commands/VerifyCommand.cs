using System.CommandLine;
using System.Globalization;
using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Web.Hosting;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Commands;

/// <summary>`archive verify`: reads the audit and every post again, and says what was changed past it.</summary>
internal static class VerifyCommand
{
    private const int LineEvery = 10_000;

    private static readonly Option<string[]> Kept = new("--kept")
    {
        Description = "A record as an earlier verify printed it (\"17:ab01…\"), kept elsewhere: shows that the chain was not made anew since. May be given several times.",
        HelpName = "NUMBER:HASH",
    };

    public static Command Create(string[] settings)
    {
        var command = new Command("verify", "Check that no post and no record of the audit was changed, added or removed by other hands than the archive's. Changes nothing.") { Kept };
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
        typed.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) && hash.All(char.IsAsciiHexDigitLower);

    private static async Task<int> RunAsync(string[] kept, string[] settings, CancellationToken cancellation)
    {
        var builder = ArchiveHost.CreateBuilder(settings);
        builder.AddArchiveOptions();
        builder.AddArchiveLogging(toStandardError: true);
        builder.AddArchiveData();
        await using var app = builder.Build();
        app.Services.ValidateSettings();

        await using var archive = await app.Services.OpenStoreAsync(cancellation);
        var code = ExitCode.AllWell;
        await archive.UsingStoreAsync(async () =>
        {
            if (await archive.PendingMigrationsAsync(cancellation) is { Count: > 0 })
            {
                throw new StoreUnavailableException("the store is of another version, or not there: run archive migrate, then verify again");
            }
            var verification = new AuditVerification(app.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>());
            var verified = await ShowAsync(progress => verification.RunAsync(kept, progress, cancellation));
            foreach (var finding in verified.Findings)
            {
                Console.Out.WriteLine(finding);
            }
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Counted(verified.Records, "record")} of the audit and {Counted(verified.Posts, "post")} read: {(verified.Findings.Count == 0 ? "all as they were written" : Counted(verified.Findings.Count, "finding"))}."));
            if (verified.Head is not null)
            {
                Console.Out.WriteLine($"Newest record: {verified.Head}");
            }
            code = verified.Findings.Count == 0 ? ExitCode.AllWell : ExitCode.NotWhole;
        });
        return code;
    }

    private static string Counted(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    // It tells after 500 at most: of these, about one in twenty is worth a line where there is no terminal.
    private static Task<Verified> ShowAsync(Func<IProgress<VerificationProgress>, Task<Verified>> run) =>
        StatusDisplay.ShowAsync("Verifying", Said, value => value.Done >= LineEvery && value.Done % LineEvery < 500 ? Said(value) : null, run);

    private static string Said(VerificationProgress value) => string.Create(CultureInfo.InvariantCulture, $"Verifying: {value.Done} {value.Of}");
}
