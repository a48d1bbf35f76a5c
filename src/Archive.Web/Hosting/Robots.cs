using Archive.Store;
using Archive.Web.Accounts.Access;
using Archive.Web.Feeds;
using Archive.Web.Settings;
using Microsoft.Extensions.Options;

namespace Archive.Web.Hosting;

/// <summary>/robots.txt: error pages are no content, the desk is nobody's business, and where the sitemap is.</summary>
internal static class Robots
{
    public static void MapRobots(this IEndpointRouteBuilder app) =>
        app.MapMethods(Permalink.Robots, [HttpMethods.Get, HttpMethods.Head], (IOptions<SiteOptions> site) => Results.Text(
            "User-agent: *\nDisallow: /status/\nDisallow: /desk\nDisallow: /account\n"
            + (Sitemap.IsOff(site.Value) ? "" : $"\nSitemap: {site.Value.Absolute(Permalink.Sitemap)}\n"))).ForReaders();
}
