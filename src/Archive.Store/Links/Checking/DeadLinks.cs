using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Links.Checking;

/// <summary>Those of some links that are dead, as readers are told.</summary>
public sealed class DeadLinks
{
    private readonly Dictionary<string, CheckedLink> dead;

    private DeadLinks(Dictionary<string, CheckedLink> dead) => this.dead = dead;

    public static DeadLinks None { get; } = new([]);

    /// <param name="links">Of headlines: <see cref="Headline.UrlKey"/> and <see cref="Headline.Url"/>. A link that its digest prints twice has a key once.</param>
    public static async Task<DeadLinks> AmongAsync(ArchiveContext archive, IEnumerable<(string? Key, string? Url)> links, CancellationToken cancellation = default)
    {
        // Where nothing was ever found dead, the links need not be looked at.
        if (!await archive.CheckedLinks.Dead().AnyAsync(cancellation))
        {
            return None;
        }
        var keys = links.Where(link => link.Url is not null).Select(link => KeyOf(link.Key, link.Url)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return keys.Length == 0 ? None : new(await archive.CheckedLinks.AsNoTracking().Dead().WithKeys(keys).ToDictionaryAsync(link => link.UrlKey, StringComparer.Ordinal, cancellation));
    }

    /// <returns>What is known of it; null where it is not dead.</returns>
    public CheckedLink? Of(string? key, string? url) => dead.Count > 0 && url is not null && KeyOf(key, url) is { } known ? dead.GetValueOrDefault(known) : null;

    public bool Has(string? key, string? url) => Of(key, url) is not null;

    private static string? KeyOf(string? key, string? url) => key ?? LinkAddress.KeyOf(url);
}
