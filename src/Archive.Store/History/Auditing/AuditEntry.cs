namespace Archive.Store.History.Auditing;

/// <summary>What the audit is told about a change by whoever makes it.</summary>
/// <param name="Actor">Who: "command line", "account 7" (names may change, numbers do not). Never a reader's address.</param>
/// <param name="Action">One word or two from the glossary: "import", "publish", "correct", "withdraw" …</param>
/// <param name="Subject">What it was done to or with: an address, a file and its SHA-256.</param>
/// <param name="Reason">In the actor's own words.</param>
public sealed record AuditEntry(string Actor, string Action, string? Subject = null, string? Reason = null)
{
    /// <summary>Whoever sits at the server itself.</summary>
    public const string CommandLine = "command line";

    /// <summary>Whether an actor is somebody who signed in.</summary>
    public static bool IsAccount(string actor) => actor.StartsWith("account ", StringComparison.Ordinal);

    /// <returns>The number of the account; null where the actor is none.</returns>
    public static long? AccountOf(string actor) => IsAccount(actor) && long.TryParse(actor.AsSpan("account ".Length), out var id) ? id : null;

    /// <summary>The archive itself, when a time has come.</summary>
    public const string Archive = "archive";

    /// <param name="account">The number of an account, which is never given to another.</param>
    public static string ActorOf(long account) => $"account {account}";

    public static AuditEntry OfCommand(string action, string? subject = null, string? reason = null) => new(CommandLine, action, subject, reason);
}
