using System.Text.RegularExpressions;

namespace Archive.Web.Tests.Commands;

/// <summary>`archive user …`, as the administrator of a server types it.</summary>
public sealed partial class UserTests
{
    [Fact]
    public async Task An_account_is_added_listed_changed_and_removed_and_its_link_is_in_no_log()
    {
        using var folder = new TemporaryFolder();
        string[] site = ["--Site:BaseAddress=https://archive.example"];
        var none = await ArchiveProcess.RunAsync(folder, "user", "link", "Mira");
        Assert.Equal((1, "archive: there is no account Mira\n"), (none.ExitCode, none.Errors));

        var added = await ArchiveProcess.RunAsync(folder, ["user", "add", "Mira", "--role", "editor", .. site]);
        Assert.Equal((0, ""), (added.ExitCode, added.Errors));
        Assert.Matches(@"^https://archive\.example/account/set-up/[\w-]{43}\n$", added.Output);
        var twice = await ArchiveProcess.RunAsync(folder, "user", "add", "MIRA", "--role", "editor");
        Assert.Equal(1, twice.ExitCode);
        Assert.Contains("already", twice.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await ArchiveProcess.RunAsync(folder, "user", "add", "Noor", "--role", "owner")).ExitCode);

        Assert.Equal(0, (await ArchiveProcess.RunAsync(folder, "user", "role", "mira", "administrator")).ExitCode);
        Assert.Equal(0, (await ArchiveProcess.RunAsync(folder, "user", "disable", "Mira")).ExitCode);
        Assert.Equal(1, (await ArchiveProcess.RunAsync(folder, "user", "link", "Mira")).ExitCode);
        Assert.Equal("Mira\tadministrator\tdisabled\t0 passkeys\tnever signed in\n", (await ArchiveProcess.RunAsync(folder, "user", "list")).Output);
        Assert.Equal(0, (await ArchiveProcess.RunAsync(folder, "user", "enable", "Mira")).ExitCode);

        var link = Token().Match((await ArchiveProcess.RunAsync(folder, ["user", "link", "Mira", .. site])).Output).Value;
        var (archive, address) = await ArchiveProcess.ServeAsync(folder, "--Serilog:MinimumLevel:Default=Verbose");
        using (archive)
        {
            using var client = new HttpClient { BaseAddress = new($"http://localhost:{address.Port}") };
            foreach (var asked in new[] { $"/account/set-up/{link}", $"/account/set-up/{link[..40]}", $"/account/setup/{link}" })
            {
                using var answer = await client.GetAsync(asked, TestContext.Current.CancellationToken);
                Assert.Equal(asked.EndsWith(link, StringComparison.Ordinal) && asked.Contains("set-up", StringComparison.Ordinal), answer.IsSuccessStatusCode);
            }
            var stopped = await archive.StopAsync();
            Assert.DoesNotContain(link[..20], stopped.All, StringComparison.Ordinal);
            Assert.DoesNotContain("Nobody can sign in", stopped.All, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await ArchiveProcess.RunAsync(folder, "user", "remove", "Mira")).ExitCode);
        Assert.Equal("", (await ArchiveProcess.RunAsync(folder, "user", "list")).Output);

        var verified = await ArchiveProcess.RunAsync(folder, "verify");
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
        Assert.Matches(@" read, 6 records of accounts and 1 account: all as they were written\.\n(.*\n)?Newest record: account-6:[0-9a-f]{64}\n$", verified.Output);
        await folder.Store.ExecuteAsync("""UPDATE "AccountRecords" SET "Actor" = 'account 1' WHERE "Id" = 3""", TestContext.Current.CancellationToken);
        var altered = await ArchiveProcess.RunAsync(folder, "verify", "--kept", verified.Output.TrimEnd('\n').Split(' ')[^1]);
        Assert.Equal(1, altered.ExitCode);
        Assert.StartsWith("record account-3 was altered\n", altered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_says_how_the_first_is_added()
    {
        using var folder = new TemporaryFolder();
        var (archive, _) = await ArchiveProcess.ServeAsync(folder);
        using (archive)
        {
            Assert.Contains("archive user add NAME --role administrator", (await archive.StopAsync()).All, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"[\w-]{43}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
