using Archive.Web.Pages;

namespace Archive.Web.Hosting;

/// <summary>Razor Pages as readers need them: lower-case addresses.</summary>
internal static class ReadingPages
{
    public static void AddReadingPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddReaderPages();
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
    }
}
