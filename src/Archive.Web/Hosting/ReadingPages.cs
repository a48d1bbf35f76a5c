using Archive.Web.Pages;
using Microsoft.AspNetCore.DataProtection;

namespace Archive.Web.Hosting;

/// <summary>Razor Pages as readers need them: lower-case addresses, and no keys written to disk, since nothing is signed.</summary>
internal static class ReadingPages
{
    public static void AddReadingPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddReaderPages();
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }
}
