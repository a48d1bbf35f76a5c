namespace Archive.Store;

/// <summary>The addresses of those who sign in.</summary>
public static partial class Permalink
{
    public static string Desk => "/desk";

    public static string NewList => "/desk/lists/new";

    public static string OwnAccount => "/account";

    /// <summary>A new password with its second factor.</summary>
    public static string NewPassword => "/account/password";

    public static string SignOut => "/account/sign-out";

    public static string SetUp(string token) => $"/account/set-up/{Segment(token)}";

    /// <param name="back">Where to go afterwards; null for the desk.</param>
    public static string SignIn(string? back = null) => "/account/sign-in" + Returning(back);

    /// <summary>Where a session proves its second factor once more.</summary>
    public static string Prove(string back) => "/account/prove" + Returning(back);

    private static string Returning(string? back) => string.IsNullOrEmpty(back) ? "" : $"?return={Uri.EscapeDataString(back)}";
}
