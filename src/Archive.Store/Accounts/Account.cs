namespace Archive.Store.Accounts;

/// <summary>Somebody who may sign in. Nothing is kept of where they came from; what they did is said by role alone in public.</summary>
public sealed class Account
{
    public const int LongestName = 40;

    public long Id { get; set; }

    /// <summary>As it was typed.</summary>
    public required string Name { get; set; }

    /// <summary>What the name is known by, however it is typed; null once the account was removed, so that the name is free again.</summary>
    public string? NameKey { get; set; }

    public AccountRole Role { get; set; }

    /// <summary>May not sign in for now.</summary>
    public bool Disabled { get; set; }

    /// <summary>PBKDF2 with SHA-512, as ASP.NET Core Identity writes it; null for those who have passkeys only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>The secret of the second factor that goes with the password, sealed with the site's keys.</summary>
    public string? CodeSecret { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? SignedInAt { get; set; }

    /// <summary>UTC. The row stays, because what the account did goes by its number.</summary>
    public DateTime? RemovedAt { get; set; }

    /// <summary>The newest of its records in the audit: while it is named here, it cannot be taken out unseen.</summary>
    public long LastRecord { get; set; }

    public List<Passkey> Passkeys { get; } = [];

    public bool MaySignIn => !Disabled && RemovedAt is null;

    /// <summary>A name in the form in which names are compared: compatibility forms and letter case make no two names.</summary>
    public static string KeyOf(string name) => name.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
}

/// <summary>What an account may do.</summary>
public enum AccountRole
{
    /// <summary>Adds and corrects posts.</summary>
    Editor,

    /// <summary>All that an editor does, and what concerns the whole site.</summary>
    Administrator,
}
