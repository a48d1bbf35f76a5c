namespace Archive.Store.Accounts;

/// <summary>A key on an account's device, or in its password manager; only the public half is here.</summary>
public sealed class Passkey
{
    public const int LongestName = 60;

    /// <summary>More than anybody has devices; each is a way in that has to be watched.</summary>
    public const int MostOfAccount = 20;

    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>By what the device knows it.</summary>
    public required byte[] CredentialId { get; set; }

    public required byte[] PublicKey { get; set; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>How often it has signed, where it counts: a copy of the device gives itself away by it.</summary>
    public long SignCount { get; set; }

    /// <summary>How browsers reach it ("internal", "usb"), separated by blanks.</summary>
    public required string Transports { get; set; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }
}
