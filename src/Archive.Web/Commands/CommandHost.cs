using Archive.Web.Hosting;
using Archive.Web.Settings;

namespace Archive.Web.Commands;

/// <summary>What a command that serves nothing stands on: the settings, a log beside its own output, and the store.</summary>
internal static class CommandHost
{
    /// <param name="more">What one command needs besides.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting cannot be used.</exception>
    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? more = null)
    {
        var builder = ArchiveHost.CreateBuilder(settings);
        builder.AddArchiveOptions();
        builder.AddArchiveLogging(toStandardError: true);
        builder.AddArchiveData();
        more?.Invoke(builder);
        var app = builder.Build();
        app.Services.ValidateSettings();
        return app;
    }
}
