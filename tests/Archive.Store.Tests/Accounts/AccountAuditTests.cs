using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;

namespace Archive.Store.Tests.Accounts;

/// <summary>T35, of accounts: every change has one record, and what is changed past the archive is found.</summary>
public sealed class AccountAuditTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_change_has_one_record_and_what_changes_nothing_has_none()
    {
        await using var archive = ArchiveOnDisk.Create();
        var register = Register(archive);
        var (account, first) = await register.AddAsync("Mira", AccountRole.Editor, Stop);
        var second = await register.LinkAsync("mira", Stop);
        await register.EnableAsync("Mira", Stop);
        await register.SetRoleAsync("Mira", AccountRole.Editor, Stop);
        await register.SetRoleAsync("Mira", AccountRole.Administrator, Stop);
        await register.DisableAsync("Mira", Stop);
        await register.DisableAsync("Mira", Stop);
        await Assert.ThrowsAsync<AccountException>(() => register.LinkAsync("Mira", Stop));
        await register.EnableAsync("Mira", Stop);
        await register.RemoveAsync("Mira", Stop);
        await Assert.ThrowsAsync<AccountException>(() => register.EnableAsync("Mira", Stop));

        await using var context = archive.Context();
        var records = await context.AccountRecords.OrderBy(record => record.Id).ToListAsync(Stop);
        Assert.Equal(["add editor", "link ", "role administrator", "disable ", "enable ", "remove "], records.ConvertAll(record => $"{record.Action} {record.Detail}"));
        Assert.All(records, record => Assert.Equal(("command line", account.Id), (record.Actor, record.AccountId)));
        var said = string.Concat(records.Select(record => string.Join('\n', record.Actor, record.Action, record.Detail)));
        Assert.DoesNotContain(first, said, StringComparison.Ordinal);
        Assert.DoesNotContain(second, said, StringComparison.Ordinal);
        var verified = await VerifyAsync(archive);
        Assert.Empty(verified.Findings);
        Assert.Equal((6, 1), (verified.Records, verified.Accounts));
        // Readers see nothing of it.
        Assert.Equal(0, await context.Editions.Select(edition => edition.Number).SingleAsync(Stop));
    }

    [Fact]
    public async Task Changes_from_everywhere_at_once_make_one_chain()
    {
        await using var archive = ArchiveOnDisk.Create();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            await Register(archive).AddAsync($"Editor {number}", AccountRole.Editor, Stop);
            await Register(archive).DisableAsync($"Editor {number}", Stop);
        }));

        var verified = await VerifyAsync(archive);
        Assert.Empty(verified.Findings);
        Assert.Equal((24, 12), (verified.Records, verified.Accounts));
    }

    [Fact]
    public async Task Without_its_record_there_is_no_change_and_without_its_change_no_record()
    {
        await using var archive = ArchiveOnDisk.Create();
        await Register(archive).AddAsync("Mira", AccountRole.Editor, Stop);
        await using var context = archive.Context();
        await ExecuteAsync(context, """ALTER TABLE "AccountRecords" RENAME TO elsewhere""");
        await Assert.ThrowsAnyAsync<Exception>(() => Register(archive).DisableAsync("Mira", Stop));
        await Assert.ThrowsAnyAsync<Exception>(() => Register(archive).AddAsync("Noor", AccountRole.Editor, Stop));
        await ExecuteAsync(context, """ALTER TABLE elsewhere RENAME TO "AccountRecords" """);
        Assert.False(Assert.Single(await Register(archive).ListAsync(Stop)).Disabled);

        await using (var killed = await AccountChange.BeginAsync(archive.Factory, Stop))
        {
            (await killed.FindAsync(account => account.NameKey == "mira", Stop))!.Disabled = true;
            await killed.Archive.SaveChangesAsync(Stop);
        }
        Assert.False(Assert.Single(await Register(archive).ListAsync(Stop)).Disabled);
        Assert.Equal(1, (await VerifyAsync(archive)).Records);
        Assert.Empty((await VerifyAsync(archive)).Findings);
    }

    [Fact]
    public async Task A_record_that_was_altered_or_taken_out_is_found()
    {
        await using var archive = ArchiveOnDisk.Create();
        foreach (var name in new[] { "Mira", "Noor", "Sami", "Tara", "Deniz" })
        {
            await Register(archive).AddAsync(name, AccountRole.Editor, Stop);
            await Register(archive).LinkAsync(name, Stop);
        }
        await using var context = archive.Context();
        await ExecuteAsync(context, """CREATE TABLE kept AS SELECT * FROM "AccountRecords" """);
        string[] columns = ["Id", "At", "Actor", "Action", "AccountId", "Detail", "Before", "After", "Previous", "Hash"];
        for (var id = 1; id <= columns.Length; id++)
        {
            // Every column of some row, and every row in some way.
            var column = columns[id - 1];
            var other = column switch { "Id" => "99", "AccountId" => "\"AccountId\" % 5 + 1", "At" => "'1999-01-01 00:00:00'", _ => $"coalesce(\"{column}\", '') || '0'" };
            foreach (var sql in new[] { $"""DELETE FROM "AccountRecords" WHERE "Id" = {id}""", $"""UPDATE "AccountRecords" SET "{column}" = {other} WHERE "Id" = {id}""" })
            {
                Assert.Equal(1, await ExecuteAsync(context, sql));
                Assert.True((await VerifyAsync(archive)).Findings.Count > 0, sql);
                await ExecuteAsync(context, """DELETE FROM "AccountRecords" """);
                await ExecuteAsync(context, """INSERT INTO "AccountRecords" SELECT * FROM kept""");
            }
        }
        Assert.Empty((await VerifyAsync(archive)).Findings);
        // The newest ones, as somebody would who hides what they just did.
        await ExecuteAsync(context, """DELETE FROM "AccountRecords" WHERE "Id" > 8""");
        Assert.Contains((await VerifyAsync(archive)).Findings, finding => finding.Contains("(Deniz) was put in past the audit", StringComparison.Ordinal));
        await ExecuteAsync(context, """INSERT INTO "AccountRecords" SELECT * FROM kept WHERE "Id" = 9""");
        Assert.Equal("record account-10 of account 5 (Deniz) is missing", Assert.Single((await VerifyAsync(archive)).Findings));
    }

    [Fact]
    public async Task What_was_done_to_accounts_past_the_archive_is_found_and_stays_to_be_seen()
    {
        string[] changes =
        [
            """UPDATE "Accounts" SET "Role" = 'Administrator' WHERE "Id" = {0}""",
            """UPDATE "Accounts" SET "Name" = 'Somebody', "NameKey" = 'somebody' WHERE "Id" = {0}""",
            """UPDATE "Accounts" SET "PasswordHash" = 'x' WHERE "Id" = {0}""",
            """UPDATE "Accounts" SET "CodeSecret" = 'x' WHERE "Id" = {0}""",
            """INSERT INTO "RecoveryCodes" ("Id", "AccountId", "Hash") SELECT "Id", "AccountId", "Hash" FROM "OneTimeLinks" WHERE "AccountId" = {0}""",
            """INSERT INTO "EditorFeeds" ("AccountId", "Hash", "CreatedAt") SELECT "AccountId", "Hash", "ExpiresAt" FROM "OneTimeLinks" WHERE "AccountId" = {0}""",
            """
            INSERT INTO "Passkeys" ("Id", "AccountId", "CredentialId", "PublicKey", "Name", "CreatedAt", "SignCount", "Transports", "IsUserVerified", "IsBackupEligible", "IsBackedUp")
            SELECT "Id", "AccountId", "Hash", "Hash", 'Passkey', "ExpiresAt", 0, '', "ExpiresAt" > "ExpiresAt", "ExpiresAt" > "ExpiresAt", "ExpiresAt" > "ExpiresAt" FROM "OneTimeLinks" WHERE "AccountId" = {0}
            """,
        ];
        await using var archive = ArchiveOnDisk.Create();
        foreach (var number in Enumerable.Range(1, changes.Length + 2))
        {
            await Register(archive).AddAsync($"Editor {number}", AccountRole.Editor, Stop);
        }
        await using var context = archive.Context();
        Assert.Empty((await VerifyAsync(archive)).Findings);
        foreach (var (sql, index) in changes.Select((sql, index) => (sql, index)))
        {
            Assert.Equal(1, await ExecuteAsync(context, sql.Replace("{0}", $"{index + 1}", StringComparison.Ordinal)));
        }
        Assert.Equal(2, await ExecuteAsync(context, """DELETE FROM "OneTimeLinks" WHERE "AccountId" = 8; DELETE FROM "Accounts" WHERE "Id" = 8"""));
        Assert.Equal(1, await ExecuteAsync(context, """
            INSERT INTO "Accounts" ("Id", "Name", "NameKey", "Role", "Disabled", "CreatedAt", "LastRecord") SELECT 77, 'Nobody', 'nobody', 'Administrator', "Disabled", "CreatedAt", 1 FROM "Accounts" WHERE "Id" = 9
            """));

        var findings = (await VerifyAsync(archive)).Findings;
        Assert.Equal(changes.Length + 2, findings.Count);
        Assert.All(Enumerable.Range(1, changes.Length), id => Assert.Contains(findings, finding => finding.StartsWith($"account {id} (", StringComparison.Ordinal) && finding.EndsWith($"was changed past the audit (last in record account-{id})", StringComparison.Ordinal)));
        Assert.Contains("account 8 was taken out past the audit (last in record account-8)", findings);
        Assert.Contains("account 77 (Nobody) was put in past the audit", findings);

        // The next change does not vouch for what was done before it.
        await Register(archive).DisableAsync("Editor 1", Stop);
        await Register(archive).RemoveAsync("Editor 7", Stop);
        Assert.Contains("account 1 was changed past the audit after record account-1 and before record account-10", (await VerifyAsync(archive)).Findings);
        Assert.Contains("account 7 was changed past the audit after record account-7 and before record account-11", (await VerifyAsync(archive)).Findings);
    }

    [Fact]
    public async Task Accounts_from_before_there_were_records_are_found_once_and_a_chain_made_anew_is_not_the_one_that_was_kept()
    {
        await using var archive = ArchiveOnDisk.Create();
        await Register(archive).AddAsync("Mira", AccountRole.Editor, Stop);
        await Register(archive).AddAsync("Noor", AccountRole.Administrator, Stop);
        var kept = (await VerifyAsync(archive)).Head!;
        await using var context = archive.Context();
        await context.AccountRecords.ExecuteDeleteAsync(Stop);
        await context.Accounts.ExecuteUpdateAsync(account => account.SetProperty(row => row.LastRecord, 0), Stop);
        Assert.NotEmpty((await VerifyAsync(archive)).Findings);

        await AccountBeginning.RunAsync(archive.Factory, DateTime.UtcNow, Stop);
        await AccountBeginning.RunAsync(archive.Factory, DateTime.UtcNow, Stop);

        var verified = await VerifyAsync(archive);
        Assert.Equal((2, 0), (verified.Records, verified.Findings.Count));
        Assert.Equal($"record account-2 is not the one that was kept ({kept})", Assert.Single((await VerifyAsync(archive, kept)).Findings));
        await Register(archive).DisableAsync("Mira", Stop);
        Assert.Empty((await VerifyAsync(archive, verified.Head!)).Findings);
    }

    private static AccountRegister Register(ArchiveOnDisk archive) => new(archive.Factory, TimeProvider.System);

    private static Task<VerifiedAccounts> VerifyAsync(ArchiveOnDisk archive, params string[] kept) => new AccountVerification(archive.Factory).RunAsync(kept, Stop);

    private static Task<int> ExecuteAsync(ArchiveContext context, string sql) => context.Database.ExecuteSqlRawAsync(sql, Stop);
}
