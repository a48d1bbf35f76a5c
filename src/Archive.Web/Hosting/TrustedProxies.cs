using Archive.Web.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Archive.Web.Hosting;

/// <summary>
/// Behind a web server with TLS, the request's scheme and the reader's address are what that server says (X-Forwarded-Proto and -For,
/// never -Host). Anybody can write these headers, so they are believed hop by hop, from the last backwards, while the hop that says so
/// is one of Site:TrustedProxies.
/// </summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this WebApplicationBuilder builder) =>
        // The options that ASPNETCORE_FORWARDEDHEADERS_ENABLED would open to everybody: this comes later, and has the last word.
        builder.Services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IOptions<SiteOptions>>((forwarded, site) =>
        {
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var trusted in site.Value.TrustedProxies)
            {
                if (AddressRange.TryParse(trusted, out var range))
                {
                    forwarded.KnownIPNetworks.Add(range);
                }
            }
            // An empty list means "everybody" to the middleware; to us it means nobody.
            forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As many hops as are trusted, not one.
            forwarded.ForwardLimit = null;
        });

    public static void UseTrustedProxies(this IApplicationBuilder app) => app.UseForwardedHeaders();
}
