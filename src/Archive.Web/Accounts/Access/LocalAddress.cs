namespace Archive.Web.Accounts.Access;

/// <summary>Where somebody is sent after signing in: an address of the desk or the account pages of this site, and no other.</summary>
internal static class LocalAddress
{
    private const int Longest = 2000;

    /// <returns>The address, if it is safe to go to; otherwise the other.</returns>
    public static string Or(string? address, string other) => IsOurs(address) ? address! : other;

    private static bool IsOurs(string? address)
    {
        // "//evil", "/\evil" and "/<tab>/evil" are other sites to a browser, and so may be what only looks like a letter.
        if (address is not { Length: > 1 and <= Longest } || address[0] != '/' || address[1] is '/' or '\\'
            || address.Any(c => c is '\\' or <= ' ' or >= '\x7f'))
        {
            return false;
        }
        var path = address.AsSpan()[..(address.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : address.Length)];
        return !path.Contains("//", StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal)
            && OwnArea.Holds(new(path.ToString()));
    }
}
