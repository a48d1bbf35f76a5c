using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>What all public pages have in common: they take no forms, and so need no token and set no cookie.</summary>
internal static class ReaderPages
{
    public static IServiceCollection AddReaderPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            // The same pages as /2021/01/29/slug, for posts to which the source gave no date.
            options.Conventions.AddPageRoute("/Post", "/undated/{slug}");
            options.Conventions.AddPageRoute("/PostSource", "/undated/{slug}/source");
        });
        return services;
    }
}
