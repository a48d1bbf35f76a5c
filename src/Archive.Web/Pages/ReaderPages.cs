using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Archive.Web.Pages;

/// <summary>What all public pages have in common: they answer GET and HEAD only, take no forms, and so need no token and set no cookie.</summary>
internal static class ReaderPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddReaderPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            options.Conventions.AddPageRoute("/Post", "/undated/{slug}");
            options.Conventions.AddPageRoute("/PostSource", "/undated/{slug}/source");
            options.Conventions.AddFolderRouteModelConvention("/", ReadOnly);
        });
        return services;
    }

    // The status page is shown in place of any answer, whatever the method that was refused.
    private static void ReadOnly(PageRouteModel page)
    {
        if (page.ViewEnginePath == "/Status")
        {
            return;
        }
        foreach (var selector in page.Selectors)
        {
            selector.EndpointMetadata.Add(new HttpMethodMetadata(Reading));
        }
    }
}
