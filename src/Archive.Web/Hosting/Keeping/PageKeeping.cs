using Archive.Web.Hosting.Watching;
using Archive.Web.Settings;
using Microsoft.Extensions.Options;

namespace Archive.Web.Hosting.Keeping;

/// <summary>The way of a page from the store to the reader: kept, made, or not to be had.</summary>
internal static class PageKeeping
{
    public static void AddKeptPages(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(provided => new KeptPages(provided.GetRequiredService<IOptions<SiteOptions>>().Value.PageCacheMegabytes * 1024L * 1024));

    public static void UseKeptPages(this IApplicationBuilder app)
    {
        app.UseMiddleware<PageKeeper>();
        app.UseMiddleware<StoreGate>();
        app.UseMiddleware<PageMaker>();
    }
}
