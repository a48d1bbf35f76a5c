using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>What the settings of section "Site" may be.</summary>
internal sealed class SiteOptionsRules : IValidateOptions<SiteOptions>
{
    private const int MostMegabytes = 64 * 1024;

    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        var faults = new SettingFaults(SiteOptions.Section);
        if (string.IsNullOrWhiteSpace(options.Title) || options.Title.Length > 200 || options.Title.Any(char.IsControl))
        {
            faults.Add(nameof(options.Title), options.Title, "is no title: 1 to 200 characters, on one line");
        }
        if (options.BaseAddress is { Length: > 0 } address && !IsWebAddress(address, out var uri) | uri is { Query.Length: > 0 } or { Fragment.Length: > 0 })
        {
            faults.Add(nameof(options.BaseAddress), address, "is no web address: write it as https://archive.example");
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            faults.Add(nameof(options.TimeZone), options.TimeZone, "is no time zone known to this machine: write it as Europe/London, or UTC");
        }
        if (options.WebSearch is { Length: > 0 } search
            && (!IsWebAddress(search, out _) || search.Split("{0}").Length != 2 || search.Replace("{0}", "", StringComparison.Ordinal).AsSpan().ContainsAny('{', '}')))
        {
            faults.Add(nameof(options.WebSearch), search, "is no search address: write it as https://search.example/?q={0}");
        }
        if (options.ArchivedCopies is { Length: > 0 } copies && !IsCopyAddress(copies))
        {
            faults.Add(nameof(options.ArchivedCopies), copies, "is no address of copies: write it as https://web.archive.example/web/{yyyyMMdd}/{url}");
        }
        foreach (var proxy in options.TrustedProxies.Where(proxy => !AddressRange.TryParse(proxy, out _)))
        {
            faults.Add(nameof(options.TrustedProxies), proxy, "is no address and no network: write it as 10.0.0.5, 10.1.0.0/16 or fd00::/8");
        }
        if (options.LeastFreeMegabytes < 0)
        {
            faults.Add(nameof(options.LeastFreeMegabytes), options.LeastFreeMegabytes, "is no number of megabytes: 0 or more");
        }
        if (options.PageCacheMegabytes is < 0 or > MostMegabytes)
        {
            faults.Add(nameof(options.PageCacheMegabytes), options.PageCacheMegabytes, $"is no number of megabytes from 0 to {MostMegabytes}");
        }
        return faults.Result;
    }

    // The link comes last and once, as it may hold any sign.
    private static bool IsCopyAddress(string text) =>
        text.EndsWith(SiteOptions.ArchivedUrl, StringComparison.Ordinal)
        && text[..^SiteOptions.ArchivedUrl.Length].Replace(SiteOptions.ArchivedDay, "20210101", StringComparison.Ordinal) is var bare
        && !bare.AsSpan().ContainsAny('{', '}') && IsWebAddress(bare, out _);

    private static bool IsWebAddress(string text, out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0;
}
