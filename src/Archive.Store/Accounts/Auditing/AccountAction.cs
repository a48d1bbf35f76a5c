namespace Archive.Store.Accounts.Auditing;

/// <summary>What can be done to an account, as its records say it. Signing in and out is not among it: that changes no account.</summary>
public static class AccountAction
{
    /// <summary>It was there before accounts had records.</summary>
    public const string Found = "found";

    public const string Add = "add";

    public const string Link = "link";

    public const string Disable = "disable";

    public const string Enable = "enable";

    public const string Role = "role";

    public const string Remove = "remove";

    public const string MakePasskey = "make passkey";

    public const string RenamePasskey = "rename passkey";

    public const string RemovePasskey = "remove passkey";

    public const string SetPassword = "set password";

    public const string UseRecoveryCode = "use recovery code";

    public const string SignOutEverywhere = "sign out everywhere";

    public const string MakeFeed = "make feed";

    public const string RevokeFeed = "revoke feed";

    /// <summary>A detail: it was done with a one-time link.</summary>
    public const string ByLink = "one-time link";
}
