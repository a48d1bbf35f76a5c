using System.CommandLine;
using System.Globalization;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Hosting;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Commands;

/// <summary>`archive user …`: who may sign in. There is no other way to add anybody: no registration page, no first password.</summary>
internal static class UserCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "What they sign in with. Shown to nobody but themselves and in archive user list." };

    private static readonly Option<AccountRole> RoleOption = new("--role") { Description = "editor or administrator.", Required = true };

    private static readonly Argument<AccountRole> RoleArgument = new("ROLE") { Description = "editor or administrator." };

    public static Command Create(string[] settings)
    {
        var command = new Command("user", "Add, list and remove those who may sign in.");
        Add("add", "Add an account, and print the one-time link to set it up: give it to them by a way you trust. It is good for 15 minutes.", [Name, RoleOption],
            async (typed, register, app) => PrintLink(app, (await register.AddAsync(typed.GetValue(Name)!, typed.GetValue(RoleOption))).Token));
        Add("list", "List the accounts.", [], async (_, register, _) => Print(await register.ListAsync()), changes: false);
        Add("link", "Print a new one-time link, for somebody who lost their passkey or telephone, or came too late. Links from before are good no more.", [Name],
            async (typed, register, app) => PrintLink(app, await register.LinkAsync(typed.GetValue(Name)!)));
        Add("disable", "Sign an account out everywhere, and let it in no more.", [Name], (typed, register, _) => register.DisableAsync(typed.GetValue(Name)!));
        Add("enable", "Let a disabled account in again.", [Name], (typed, register, _) => register.EnableAsync(typed.GetValue(Name)!));
        Add("role", "Change what an account may do; it holds with its next request.", [Name, RoleArgument],
            (typed, register, _) => register.SetRoleAsync(typed.GetValue(Name)!, typed.GetValue(RoleArgument)));
        Add("remove", "Remove an account and all its ways to sign in. What it did stays in the history.", [Name], (typed, register, _) => register.RemoveAsync(typed.GetValue(Name)!));
        return command;

        void Add(string verb, string description, Symbol[] symbols, Func<ParseResult, AccountRegister, WebApplication, Task> run, bool changes = true)
        {
            var one = new Command(verb, description);
            foreach (var symbol in symbols)
            {
                if (symbol is Argument argument)
                {
                    one.Arguments.Add(argument);
                }
                else
                {
                    one.Options.Add((Option)symbol);
                }
            }
            one.SetAction((typed, cancellation) => RunAsync(settings, changes, (register, app) => run(typed, register, app), cancellation));
            command.Subcommands.Add(one);
        }
    }

    private static async Task<int> RunAsync(string[] settings, bool changes, Func<AccountRegister, WebApplication, Task> run, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings);
        await app.Services.PrepareStoreAsync(cancellation);
        await run(app.Services.GetRequiredService<AccountRegister>(), app);
        if (changes && await ArchiveWrite.ConfirmAsync(app.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>(), cancellation) == CommitOutcome.Unconfirmed)
        {
            Console.Error.WriteLine("archive: done, and it holds; but the database's standby has not confirmed it. Should the primary be lost before the standby is back, do it again.");
            return ExitCode.NotWhole;
        }
        return ExitCode.AllWell;
    }

    private static void PrintLink(WebApplication app, string token)
    {
        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        if (string.IsNullOrEmpty(site.BaseAddress))
        {
            Console.Error.WriteLine("archive: Site:BaseAddress is not set: the link is for this machine alone, and passkeys made with it too.");
        }
        Console.Out.WriteLine((string.IsNullOrEmpty(site.BaseAddress) ? "http://localhost:5000" : "") + site.Absolute(Permalink.SetUp(token)));
    }

    private static void Print(IReadOnlyList<Account> accounts)
    {
        foreach (var account in accounts)
        {
            string[] ways = [$"{account.Passkeys.Count} {(account.Passkeys.Count == 1 ? "passkey" : "passkeys")}", .. account.PasswordHash is null ? Array.Empty<string>() : ["password"]];
            Console.Out.WriteLine(string.Join('\t', account.Name, account.Role.ToString().ToLowerInvariant(), account.Disabled ? "disabled" : "enabled", string.Join(", ", ways),
                account.SignedInAt is { } moment ? $"last signed in {moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC" : "never signed in"));
        }
    }
}
