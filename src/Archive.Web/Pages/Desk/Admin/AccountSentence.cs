using Archive.Store.Accounts.Auditing;

namespace Archive.Web.Pages.Desk.Admin;

/// <summary>What was done to an account, as the rest of a sentence that begins with who did it.</summary>
internal static class AccountSentence
{
    /// <param name="whom">The account's name.</param>
    public static string Of(AccountRecord record, string whom) => record.Action switch
    {
        AccountAction.Found => $"found {whom} already there, when accounts began to have records",
        AccountAction.Add => $"added {whom} as {Role(record.Detail)}, with a one-time link",
        AccountAction.Link => $"gave {whom} a new one-time link",
        AccountAction.Disable => $"disabled {whom} and ended all sessions",
        AccountAction.Enable => $"let {whom} in again",
        AccountAction.Role => $"made {whom} {Role(record.Detail)}",
        AccountAction.Remove => $"removed {whom} and all ways to sign in",
        AccountAction.MakePasskey => $"made a passkey{By(record)}",
        AccountAction.RenamePasskey => "renamed a passkey",
        AccountAction.RemovePasskey => "removed a passkey",
        AccountAction.SetPassword => $"set a password and a second factor{By(record)}",
        AccountAction.UseRecoveryCode => "used up a recovery code",
        AccountAction.SignOutEverywhere => "signed out everywhere",
        AccountAction.MakeFeed => "made a secret address for feeds",
        AccountAction.RevokeFeed => "revoked the secret address for feeds",
        var other => $"{other} {whom}",
    };

    private static string Role(string? role) => role == "administrator" ? "an administrator" : "an editor";

    private static string By(AccountRecord record) => record.Detail == AccountAction.ByLink ? " with a one-time link" : "";
}
