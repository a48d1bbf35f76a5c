namespace Archive.Web.Accounts.Access;

/// <summary>Where somebody is sent after signing in: an address of the desk or the account pages of this site, and no other.</summary>
internal static class LocalAddress
{
    private const int Longest = 2000;

    /// <returns>The address, if it is safe to go to; otherwise the other.</returns>
    public static string Or(string? address, string other) => IsOurs(address) ? address! : other;

    /// <summary>As <see cref="Or"/>, for whoever came from a reading page: any address of this site.</summary>
    public static string AnyOr(string? address, string other) => IsHere(address) ? address! : other;

    private static bool IsOurs(string? address) => IsHere(address) && OwnArea.Holds(new(PathOf(address!)));

    private static string PathOf(string address) => address[..(address.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : address.Length)];

    private static bool IsHere(string? address)
    {
        // "//evil", "/\evil" and "/<tab>/evil" are other sites to a browser, and so may be what only looks like a letter.
        if (address is not { Length: > 1 and <= Longest } || address[0] != '/' || address[1] is '/' or '\\'
            || address.Any(c => c is '\\' or <= ' ' or >= '\x7f'))
        {
            return false;
        }
        var path = PathOf(address);
        return !path.Contains("//", StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal);
    }
}
