using System.Net;

namespace Archive.Web.Fetching;

/// <summary>What may be asked for at all, judged by the address as it is written; where its host's name leads to is judged when it is connected to.</summary>
internal static class FetchTarget
{
    // Names that mean something nearby, or a network of its own.
    private static readonly string[] NearbyNames =
        ["localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa", "in-addr.arpa", "ip6.arpa", "onion", "i2p", "alt"];

    /// <returns>Why it may not be asked for; null where it may.</returns>
    public static string? Refusal(Uri target)
    {
        if (!target.IsAbsoluteUri || target.Scheme is not ("http" or "https"))
        {
            return "its scheme is not http or https";
        }
        if (target.UserInfo.Length > 0 || target.OriginalString.AsSpan().Contains('@') && Authority(target.OriginalString).Contains('@'))
        {
            return "it carries a user name";
        }
        if (target.Port is not (80 or 443))
        {
            return "its port is neither 80 nor 443";
        }
        return HostRefusal(target);
    }

    private static string? HostRefusal(Uri target)
    {
        var host = target.IdnHost.Trim('[', ']').TrimEnd('.').ToLowerInvariant();
        if (target.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            return IPAddress.TryParse(host, out var address) && PublicAddresses.Has(address) ? null : "its address is not a public one";
        }
        if (target.HostNameType != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(host) != UriHostNameType.Dns
            // "①②⑦.⓪.⓪.①": a resolver may undress digits that are dressed up.
            || target.Host.Any(c => !char.IsAscii(c) && char.IsNumber(c)))
        {
            return "its host is no public name";
        }
        // "0x7f.1", "127.1": a resolver may read it as a number, and no domain ends in one.
        var last = host[(host.LastIndexOf('.') + 1)..];
        return char.IsAsciiDigit(last[0]) || Array.Exists(NearbyNames, name => host == name || host.EndsWith("." + name, StringComparison.Ordinal))
            ? "its host is no public name"
            : null;
    }

    private static ReadOnlySpan<char> Authority(string address)
    {
        var start = address.AsSpan().IndexOfAny('/', '\\');
        var rest = start < 0 ? [] : address.AsSpan(start).TrimStart("/\\");
        return rest.IndexOfAny("/?#\\") is >= 0 and var end ? rest[..end] : rest;
    }
}
