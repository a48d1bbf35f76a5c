using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Accounts.Auditing;

/// <summary>What a verification of accounts found.</summary>
/// <param name="Head">The newest record, "account-17:ab01…", to be kept elsewhere; null where there is none.</param>
/// <param name="Findings">What is not as it was written; empty where all is well.</param>
public sealed record VerifiedAccounts(long Records, int Accounts, string? Head, IReadOnlyList<string> Findings);

/// <summary>Reads all records of accounts and every account again, and says what was changed past the audit.</summary>
public sealed class AccountVerification(IDbContextFactory<ArchiveContext> store)
{
    /// <summary>Before the number of a record, where one is spelled.</summary>
    public const string Prefix = "account-";

    private readonly List<string> findings = [];

    // Of each account the newest record.
    private readonly Dictionary<long, AccountRecord> newest = [];

    /// <param name="kept">Records as they were at some time before.</param>
    public async Task<VerifiedAccounts> RunAsync(IReadOnlyCollection<string> kept, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        await using var seen = await archive.BeginReadingAsync(cancellation);
        HashSet<string> missing = [.. kept];
        AccountRecord? last = null;
        await foreach (var record in archive.AccountRecords.AsNoTracking().OrderBy(record => record.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            CheckRecord(record, last);
            CheckHistory(record, newest.GetValueOrDefault(record.AccountId));
            missing.Remove(Spelled(record));
            newest[record.AccountId] = last = record;
        }
        findings.AddRange(missing.Order(StringComparer.Ordinal).Select(head => $"record {head.Split(':')[0]} is not the one that was kept ({head})"));
        var accounts = await archive.Accounts.AsNoTracking().OrderBy(account => account.Id).ToListAsync(cancellation);
        var seals = await AccountSeal.OfAsync(archive, archive.Accounts, cancellation);
        accounts.ForEach(account => Compare(account, seals[account.Id]));
        findings.AddRange(newest.Keys.Except(accounts.Select(account => account.Id)).Order().Select(id => $"account {id} was taken out past the audit (last in record {Name(newest[id].Id)})"));
        return new(last?.Id ?? 0, accounts.Count, last is null ? null : Spelled(last), findings);
    }

    private static string Name(long record) => $"{Prefix}{record}";

    private static string Spelled(AccountRecord record) => $"{Name(record.Id)}:{record.Hash}";

    private void CheckRecord(AccountRecord record, AccountRecord? last)
    {
        for (var missing = (last?.Id ?? 0) + 1; missing < record.Id; missing++)
        {
            findings.Add($"record {Name(missing)} is missing");
        }
        if (AccountChain.HashOf(record) != record.Hash)
        {
            findings.Add($"record {Name(record.Id)} was altered");
        }
        else if (record.Previous != (last?.Hash ?? "") && record.Id == (last?.Id ?? 0) + 1)
        {
            findings.Add($"record {Name(record.Id)} does not follow record {Name(record.Id - 1)}");
        }
    }

    // Each record found what the one before had left, or somebody was there in between.
    private void CheckHistory(AccountRecord record, AccountRecord? earlier)
    {
        if (record.Before != earlier?.After)
        {
            findings.Add($"account {record.AccountId} was changed past the audit {(earlier is null ? "" : $"after record {Name(earlier.Id)} and ")}before record {Name(record.Id)}");
        }
    }

    private void Compare(Account account, string seal)
    {
        if (!newest.TryGetValue(account.Id, out var record))
        {
            findings.Add($"account {account.Id} ({account.Name}) was put in past the audit");
            return;
        }
        if (account.LastRecord != record.Id)
        {
            findings.Add($"record {Name(account.LastRecord)} of account {account.Id} ({account.Name}) is missing");
        }
        if (seal != record.After)
        {
            findings.Add($"account {account.Id} ({account.Name}) was changed past the audit (last in record {Name(record.Id)})");
        }
    }
}
