namespace Archive.Store.Links;

/// <summary>Why an address is not linked.</summary>
public enum LinkRefusal
{
    /// <summary>"/2021/03/news", "#top": it leads nowhere by itself.</summary>
    NotAbsolute,

    /// <summary>"javascript:", "data:", "intent:" and whatever else is not http, https or mailto.</summary>
    Scheme,

    /// <summary>"https://bbc.co.uk@example.org/": the name before the host passes for one.</summary>
    UserName,

    /// <summary>No host that a name server could know.</summary>
    NoHost,

    /// <summary>Longer than <see cref="LinkAddress.Longest"/>.</summary>
    TooLong,
}

/// <summary>
/// An address that somebody gave, made fit to be linked: of a scheme that is allowed, without parameters that only track, its host spelled
/// so that one letter cannot pass for another. The same for what is imported and what is pasted.
/// </summary>
public sealed record LinkAddress
{
    /// <summary>In characters. No page that anybody reads has a longer one, and servers refuse them.</summary>
    public const int Longest = 4000;

    // A mail program's round a search's.
    private const int MostWraps = 3;

    private LinkAddress(string raw) => Raw = raw;

    /// <summary>As it was given.</summary>
    public string Raw { get; }

    /// <summary>What is shown and linked: http, https or mailto; null where it is refused.</summary>
    public string? Url { get; private init; }

    /// <summary>The host in letters of ASCII, to be shown beside the link ("xn--80ak6aa92e.com"); a mail address has none.</summary>
    public string? Host { get; private init; }

    /// <summary>The same for two addresses of one page; null where the address is refused. See <see cref="CanonicalAddress"/>.</summary>
    public string? Key { get; private init; }

    /// <summary>Names of the parameters that were taken off, as printed.</summary>
    public IReadOnlyList<string> Dropped { get; private init; } = [];

    public LinkRefusal? Refusal { get; private init; }

    /// <summary>The refusal as a sentence for whoever gave the address; null where it is not refused.</summary>
    public string? Reason => Refusal switch
    {
        null => null,
        LinkRefusal.NotAbsolute => "the address is not absolute",
        LinkRefusal.Scheme => $"links of the scheme '{SchemeOf(Raw)}' are not kept; only http, https and mailto are",
        LinkRefusal.UserName => "the address carries a user name before its host",
        LinkRefusal.NoHost => "the address is broken: it names no host",
        _ => $"the address is longer than {Longest:N0} characters",
    };

    /// <summary>Reads any text whatever; never throws.</summary>
    public static LinkAddress Read(string raw) => Read(raw, MostWraps);

    private static LinkAddress Read(string raw, int wraps)
    {
        var text = Bare(raw);
        if (text.Length > Longest)
        {
            return Refused(raw, LinkRefusal.TooLong);
        }
        if (SchemeOf(text) is not { } scheme)
        {
            return Refused(raw, LinkRefusal.NotAbsolute);
        }
        if (scheme == "mailto")
        {
            return text.IndexOf('@') > "mailto:".Length && !text.Contains(' ')
                ? new(raw) { Url = text, Key = CanonicalAddress.KeyOf("mailto:" + text["mailto:".Length..].ToLowerInvariant()) }
                : Refused(raw, LinkRefusal.NoHost);
        }
        if (scheme is not ("http" or "https"))
        {
            return Refused(raw, LinkRefusal.Scheme);
        }
        if (!text.AsSpan(scheme.Length).StartsWith("://") || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsHost(uri))
        {
            return Refused(raw, LinkRefusal.NoHost);
        }
        return uri.UserInfo.Length > 0 || text.AsSpan(scheme.Length + 3).IndexOf('@') is >= 0 and var at && at < Authority(text, scheme.Length + 3)
            ? Refused(raw, LinkRefusal.UserName)
            : wraps > 0 && WrappedAddress.Of(uri) is { } meant && Read(meant, wraps - 1) is { Refusal: null } inner
                ? new(raw) { Url = inner.Url, Host = inner.Host, Key = inner.Key, Dropped = [$"the detour over {uri.Host}", .. inner.Dropped] }
                : Read(raw, text, uri);
    }

    /// <summary>The key of an address that was not read before; null where it is refused.</summary>
    public static string? KeyOf(string? url) => url is null ? null : Read(url).Key;

    private static LinkAddress Read(string raw, string text, Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant();
        var (query, dropped) = AddressQuery.WithoutTracking(uri.Query, host);
        var fragment = AddressQuery.IsTextFragment(uri.Fragment) ? "" : uri.Fragment;
        // What nothing has to be taken off stays as it was printed, letter for letter.
        var isAsPrinted = dropped.Count == 0 && fragment == uri.Fragment && text.All(IsPlain) && text.AsSpan(uri.Scheme.Length + 3).StartsWith(host, StringComparison.OrdinalIgnoreCase);
        return new(raw)
        {
            Url = isAsPrinted ? text : $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{uri.AbsolutePath}{query}{fragment}",
            Host = host,
            Key = CanonicalAddress.KeyOf(CanonicalAddress.Of(uri)),
            Dropped = dropped,
        };
    }

    private static LinkAddress Refused(string raw, LinkRefusal why) => new(raw) { Refusal = why };

    // As a browser does before it looks for the scheme: "java\tscript:" is javascript.
    private static string Bare(string raw) =>
        raw.AsSpan().ContainsAnyInRange('\0', '\u001F') ? string.Concat(raw.Where(c => c > '\u001F')).Trim() : raw.Trim();

    // RFC 3986: a letter, then letters, digits and "+-.".
    private static string? SchemeOf(string text)
    {
        var bare = Bare(text);
        var colon = bare.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(bare[0]) && bare.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0 ? bare[..colon].ToLowerInvariant() : null;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    // No blank, quotation mark, bracket of a tag or turned slash, which others may read in another way.
    private static bool IsPlain(char c) => char.IsAscii(c) ? c > ' ' && c is not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '\u007F') : char.IsLetterOrDigit(c);

    private static int Authority(string text, int start) =>
        text.AsSpan(start).IndexOfAny("/?#\\") is >= 0 and var end ? end : text.Length - start;

    private static bool IsHost(Uri uri) =>
        uri.Host.Contains('.') && !uri.Host.EndsWith('.') && !uri.Host.Contains("..", StringComparison.Ordinal) && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4
        && Uri.CheckHostName(uri.IdnHost) != UriHostNameType.Unknown;
}
