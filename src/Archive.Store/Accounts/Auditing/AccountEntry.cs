using Archive.Store.History.Auditing;

namespace Archive.Store.Accounts.Auditing;

/// <summary>What the audit is told about a change of an account by whoever makes it.</summary>
/// <param name="Actor">As in <see cref="AuditEntry.Actor"/>.</param>
/// <param name="Action">One of <see cref="AccountAction"/>.</param>
/// <param name="Detail">A role, or by what it was done. Never a secret, nor a hash of one.</param>
public sealed record AccountEntry(string Actor, string Action, string? Detail = null)
{
    public static AccountEntry OfCommand(string action, string? detail = null) => new(AuditEntry.CommandLine, action, detail);

    /// <summary>Of somebody about themselves.</summary>
    public static AccountEntry OfOwner(long account, string action, string? detail = null) => new(AuditEntry.ActorOf(account), action, detail);
}
