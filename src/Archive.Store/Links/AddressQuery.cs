namespace Archive.Store.Links;

/// <summary>The part of an address after its question mark, a parameter at a time, as printed.</summary>
internal static class AddressQuery
{
    /// <param name="query">With its question mark, or empty.</param>
    /// <returns>The query without parameters that only track, and the names of those.</returns>
    public static (string Query, IReadOnlyList<string> Dropped) WithoutTracking(string query, string host)
    {
        if (query.Length < 2)
        {
            return (query, []);
        }
        List<string> kept = [], dropped = [];
        foreach (var parameter in query[1..].Split('&'))
        {
            if (TrackingParameters.Has(NameOf(parameter), host))
            {
                dropped.Add(NameOf(parameter));
            }
            else
            {
                kept.Add(parameter);
            }
        }
        return dropped.Count == 0 ? (query, []) : (kept.Count == 0 ? "" : "?" + string.Join('&', kept), dropped);
    }

    /// <summary>In the order of names, those without a value of any kind left out: what says the same reads the same.</summary>
    public static string Sorted(string query, string host)
    {
        var parameters = WithoutTracking(query, host).Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !IsAmp(parameter)).Order(StringComparer.Ordinal);
        return string.Join('&', parameters);
    }

    /// <summary>"#:~:text=…" marks words on the page; it is no part of it.</summary>
    public static bool IsTextFragment(string fragment) => fragment.StartsWith("#:~:", StringComparison.Ordinal);

    // The same article, laid out for telephones.
    private static bool IsAmp(string parameter) =>
        parameter.ToLowerInvariant() is "amp" or "amp=" or "amp=1" or "amp=true" or "outputtype=amp" or "outputtype=default-article";

    private static string NameOf(string parameter) => parameter.IndexOf('=') is >= 0 and var equals ? parameter[..equals] : parameter;
}
