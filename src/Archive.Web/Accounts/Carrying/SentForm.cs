namespace Archive.Web.Accounts.Carrying;

/// <summary>A form that was sent to the desk and could not be taken, because its session was over or the store did not answer.</summary>
/// <param name="Address">Where it was sent, a path with its query.</param>
/// <param name="Fields">As they were typed, with all that was hidden but the token.</param>
/// <param name="Token">The token that forms have against forgery.</param>
internal sealed record SentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Token = null)
{
    // Shorter ones are seen again soon enough.
    private const int Long = 200;

    /// <summary>What somebody would not like to type again, and may want to copy.</summary>
    public static bool IsText(string value) => value.Length > Long || value.Contains('\n');
}

/// <summary>A form on its way through signing in, which the one who typed it can open.</summary>
internal sealed record CarriedForm(string Sealed);
