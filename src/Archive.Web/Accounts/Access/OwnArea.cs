namespace Archive.Web.Accounts.Access;

/// <summary>The part of the site that is not for readers: forms are sent there, and nothing of it is kept by anybody.</summary>
internal static class OwnArea
{
    public static bool Holds(PathString path) =>
        path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where what is sent cannot be read on its way: over HTTPS, or without leaving the machine.</summary>
    public static bool IsSafe(HttpRequest request) =>
        request.IsHttps || request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
