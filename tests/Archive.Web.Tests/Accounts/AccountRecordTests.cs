using System.Net;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Accounts;

/// <summary>T35, of accounts: whatever somebody changes about their own stands in the audit, once; signing in and out does not.</summary>
public sealed class AccountRecordTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IDbContextFactory<ArchiveContext> Store => site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    [Fact]
    public async Task Everything_that_an_owner_changes_has_one_record_and_signing_in_has_none()
    {
        var (editor, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        await ExpectAsync(editor, "command line add editor", "owner set password one-time link");

        using (var elsewhere = Editor.Browser(site))
        {
            using var entered = await editor.SignInAsync(elsewhere, code: editor.Code());
            Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
            (await elsewhere.SendFormAsync("/desk", [])).Dispose();
        }
        await ExpectAsync(editor);

        using (var recovered = Editor.Browser(site))
        {
            using var entered = await editor.SignInAsync(recovered, code: editor.RecoveryCodes[2]);
            Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
            using var again = await editor.SignInAsync(recovered, code: editor.RecoveryCodes[2]);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }
        await ExpectAsync(editor, "owner use recovery code ");

        await PostAsync(client, "MakeFeed");
        await PostAsync(client, "MakeFeed");
        await PostAsync(client, "RevokeFeed");
        await PostAsync(client, "RevokeFeed");
        await ExpectAsync(editor, "owner make feed ", "owner make feed ", "owner revoke feed ");

        // There is no such passkey.
        await PostAsync(client, "Rename");
        await PostAsync(client, "Remove");
        await ExpectAsync(editor);

        await PostAsync(client, "SignOutEverywhere");
        await ExpectAsync(editor, "owner sign out everywhere ");

        var token = await site.Services.GetRequiredService<AccountRegister>().LinkAsync(editor.Name, Stop);
        using var comer = Editor.Browser(site);
        using var asked = await comer.GetAsync($"/account/set-up/{token}", Stop);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        await ExpectAsync(editor, "command line link ");

        var verified = await new AccountVerification(Store).RunAsync([], Stop);
        Assert.Empty(verified.Findings);
    }

    [Fact]
    public async Task A_link_that_two_open_at_once_is_used_by_one_and_stands_in_the_audit_once()
    {
        var register = site.Services.GetRequiredService<AccountRegister>();
        var (account, token) = await register.AddAsync($"Two {Guid.NewGuid()}"[..30], AccountRole.Editor, Stop);
        var changes = site.Services.GetRequiredService<Archive.Web.Accounts.OwnChanges>();

        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => changes.RunAsync(new(account.Id, Link: token), AccountAction.SetPassword, (_, row) =>
        {
            row.PasswordHash = $"hash {number}";
            return Task.CompletedTask;
        }, Stop)));

        Assert.Single(done, true);
        await using var archive = await Store.CreateDbContextAsync(Stop);
        Assert.Equal(["add", "set password"], await archive.AccountRecords.Where(record => record.AccountId == account.Id).OrderBy(record => record.Id).Select(record => record.Action).ToListAsync(Stop));
        // And of somebody else's account it is none.
        var (other, _) = await register.AddAsync($"Other {Guid.NewGuid()}"[..30], AccountRole.Administrator, Stop);
        Assert.False(await changes.RunAsync(new(other.Id, Link: await register.LinkAsync(account.Name, Stop)), AccountAction.SetPassword, (_, row) =>
        {
            row.PasswordHash = "hash";
            return Task.CompletedTask;
        }, Stop));
        Assert.Null(Assert.Single(await register.ListAsync(Stop), row => row.Id == other.Id).PasswordHash);
    }

    [Fact]
    public async Task Administrators_read_in_sentences_what_was_done_and_page_by_page()
    {
        var register = site.Services.GetRequiredService<AccountRegister>();
        var (_, client) = await Editor.SignedInAsync(site, AccountRole.Administrator);
        using var _ = client;
        var (_, token) = await register.AddAsync("Tara of the log", AccountRole.Editor, Stop);
        foreach (var number in Enumerable.Range(0, 60))
        {
            await register.SetRoleAsync("Tara of the log", number % 2 == 0 ? AccountRole.Administrator : AccountRole.Editor, Stop);
        }

        var newest = await LinesAsync("/desk/admin/log?of=accounts");
        Assert.Equal(50, newest.Lines.Count);
        Assert.Equal(("The administrator of the server made Tara of the log an editor", "The administrator of the server made Tara of the log an administrator"), (newest.Lines[0], newest.Lines[1]));
        var earlier = await LinesAsync(newest.Next!);
        Assert.Equal("The administrator of the server added Tara of the log as an editor, with a one-time link", earlier.Lines[10]);
        Assert.DoesNotContain(token, string.Concat(earlier.Lines), StringComparison.Ordinal);
        Assert.Contains(earlier.Lines, line => line.EndsWith("set a password and a second factor with a one-time link", StringComparison.Ordinal));

        async Task<(List<string> Lines, string? Next)> LinesAsync(string address)
        {
            using var page = await ArchiveSite.ReadAsync(await client.GetAsync(address, Stop));
            return ([.. page.QuerySelectorAll(".history .what").Select(line => line.TextContent.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Trim())], page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        }
    }

    // Forgets what was seen once.
    private async Task ExpectAsync(Editor editor, params string[] expected)
    {
        await using var archive = await Store.CreateDbContextAsync(Stop);
        var id = await archive.Accounts.Where(account => account.Name == editor.Name).Select(account => account.Id).SingleAsync(Stop);
        var records = await archive.AccountRecords.Where(record => record.AccountId == id && record.Id > seen).OrderBy(record => record.Id).ToListAsync(Stop);
        Assert.Equal(expected, records.Select(record => $"{(record.Actor == $"account {id}" ? "owner" : record.Actor)} {record.Action} {record.Detail}"));
        seen = records.Count == 0 ? seen : records[^1].Id;
    }

    private long seen;

    private static async Task PostAsync(HttpClient client, string handler)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = await client.TokenAsync("/account"), ["Id"] = "999999", ["PasskeyName"] = "None" });
        using var answer = await client.PostAsync($"/account?handler={handler}", content, Stop);
        Assert.InRange((int)answer.StatusCode, 200, 302);
    }
}
