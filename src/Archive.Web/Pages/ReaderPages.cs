namespace Archive.Web.Pages;

/// <summary>Razor Pages, and the addresses that a page has besides its own.</summary>
internal static class ReaderPages
{
    public static IServiceCollection AddReaderPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            // The same pages as /2021/01/29/slug, for posts to which the source gave no date.
            options.Conventions.AddPageRoute("/Post", "/undated/{slug}");
            options.Conventions.AddPageRoute("/PostSource", "/undated/{slug}/source");
            options.Conventions.AddPageRoute("/PostCorrections", "/undated/{slug}/corrections");
        });
        return services;
    }
}
