using Archive.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Archive.Web.Hosting;

/// <summary>Razor Pages as readers need them: lower-case addresses.</summary>
internal static class ReadingPages
{
    public static void AddReadingPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddReaderPages();
        builder.Services.Configure<MvcOptions>(options => options.ModelMetadataDetailsProviders.Add(new BlankIsText()));
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
    }

    /// <summary>A part of an address that is blank, or a line break by itself, is text that finds nothing; MVC would make it null.</summary>
    private sealed class BlankIsText : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
