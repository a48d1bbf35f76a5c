namespace Archive.Store.Accounts;

/// <summary>One code that stands in for the second factor, once: the row goes when it is used. Only its hash is kept.</summary>
public sealed class RecoveryCode
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>SHA-256 of the code, which is random and 80 bits long.</summary>
    public required byte[] Hash { get; set; }
}
