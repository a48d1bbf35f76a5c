using System.Globalization;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Accounts.Auditing;

/// <summary>The chain of all <see cref="AccountRecord"/>s.</summary>
internal static class AccountChain
{
    /// <summary>What the hash of a record is made of may never change, or every archive there is would seem altered.</summary>
    public static string HashOf(AccountRecord record) => AuditHash.OfFields(
        [
            record.Id.ToString(CultureInfo.InvariantCulture), record.At.Ticks.ToString(CultureInfo.InvariantCulture), record.Actor, record.Action,
            record.AccountId.ToString(CultureInfo.InvariantCulture), record.Detail, record.Before, record.After, record.Previous,
        ]);

    /// <summary>Adds a record to a change that is alone with the accounts, and has written everything else.</summary>
    /// <param name="account">As the change's own context tracks it.</param>
    /// <param name="before">Its seal before the change; null where it is new.</param>
    public static async Task AddAsync(ArchiveContext archive, Account account, string? before, AccountEntry entry, DateTime now)
    {
        var last = await archive.AccountRecords.AsNoTracking().OrderByDescending(record => record.Id).FirstOrDefaultAsync();
        var record = new AccountRecord
        {
            Id = (last?.Id ?? 0) + 1, At = AuditWriter.Whole(now), Actor = entry.Actor, Action = entry.Action, AccountId = account.Id, Detail = entry.Detail,
            Before = before, After = await AccountSeal.OfAsync(archive, account.Id), Previous = last?.Hash ?? "", Hash = "",
        };
        record.Hash = HashOf(record);
        archive.AccountRecords.Add(record);
        account.LastRecord = record.Id;
        await archive.SaveChangesAsync();
    }
}
