using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Store.Links;

/// <summary>
/// The form in which two addresses of one page are the same: host without case, port, "www." and a telephone's prefix, path without a
/// slash at its end and without AMP, parameters that do not track in the order of their names, no fragment that only points into the page.
/// For comparing alone; nobody is sent there.
/// </summary>
public static class CanonicalAddress
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    // Of 128 bits.
    private const int KeyLength = 26;

    private static readonly string[] HostPrefixes = ["www.", "m.", "mobile.", "amp."];

    // "https://www.google.com/amp/s/www.example.org/news": another's article.
    private static readonly string[] AmpCaches = ["google.com/amp/s/", "google.com/amp/", "cdn.ampproject.org/c/s/", "cdn.ampproject.org/v/s/", "cdn.ampproject.org/c/"];

    /// <summary>Of an address whose scheme is http or https; the scheme is left out, as sites have both or move from one to the other.</summary>
    public static string Of(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        var bare = WithoutPrefix(host);
        if (Unwrapped(bare + uri.PathAndQuery) is { } other)
        {
            return Of(other);
        }
        var port = uri.IsDefaultPort || uri.Port is 80 or 443 ? "" : $":{uri.Port}";
        var query = AddressQuery.Sorted(uri.Query, host);
        return $"{bare}{port}{PathOf(uri)}{(query.Length > 0 ? "?" + query : "")}{RouteOf(uri.Fragment)}";
    }

    /// <summary>128 bits of SHA-256 as 26 characters: short enough for an index, whatever the address.</summary>
    public static string KeyOf(string canonical)
    {
        var bits = new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)).AsSpan(0, 16), isUnsigned: true);
        return string.Create(KeyLength, bits, static (key, bits) =>
        {
            for (var i = 0; i < key.Length; i++, bits >>= 5)
            {
                key[i] = Alphabet[(int)(bits & 31)];
            }
        });
    }

    private static string WithoutPrefix(string host)
    {
        foreach (var prefix in HostPrefixes)
        {
            // "m.com" is a site; what is left has to be one too.
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.'))
            {
                host = host[prefix.Length..];
            }
        }
        return host;
    }

    private static Uri? Unwrapped(string address)
    {
        var at = Array.Find(AmpCaches, cache => address.StartsWith(cache, StringComparison.Ordinal) || cache[0] == 'c' && address.Contains("." + cache, StringComparison.Ordinal));
        if (at is null)
        {
            return null;
        }
        var inner = address[(address.IndexOf(at, StringComparison.Ordinal) + at.Length)..];
        return Uri.TryCreate("https://" + inner, UriKind.Absolute, out var uri) && uri.Host.Contains('.') && uri.UserInfo.Length == 0 && !inner.StartsWith("google.com/amp", StringComparison.Ordinal) ? uri : null;
    }

    private static string PathOf(Uri uri)
    {
        var path = uri.AbsolutePath.TrimEnd('/');
        if (path.EndsWith("/amp", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".amp", StringComparison.OrdinalIgnoreCase))
        {
            path = path[..^4].TrimEnd('/');
        }
        return path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) ? path[4..] : path;
    }

    // "#!/news/1" and "#/news/1" choose the page; "#comments" points into it.
    private static string RouteOf(string fragment) =>
        fragment.StartsWith("#!", StringComparison.Ordinal) || fragment.StartsWith("#/", StringComparison.Ordinal) ? fragment : "";
}
