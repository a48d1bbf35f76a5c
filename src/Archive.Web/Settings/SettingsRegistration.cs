using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>Binds the option classes, and checks them before anything is opened.</summary>
internal static class SettingsRegistration
{
    public static void AddArchiveOptions(this WebApplicationBuilder builder)
    {
        Add<SiteOptions>(builder.Services, SiteOptions.Section);
        Add<StoreOptions>(builder.Services, StoreOptions.Section);
        Add<ImportOptions>(builder.Services, ImportOptions.Section);
    }

    /// <exception cref="OptionsValidationException">A value is bad; every failure begins with the value's key.</exception>
    public static void ValidateSettings(this IServiceProvider services) =>
        services.GetRequiredService<IStartupValidator>().Validate();

    private static void Add<TOptions>(IServiceCollection services, string section)
        where TOptions : class, IValidateOptions<TOptions>, new()
    {
        // A misspelt key in one of our own sections is an error too: it would otherwise be silently nothing.
        services.AddOptions<TOptions>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TOptions>();
    }
}

/// <summary>Collects what is wrong in one section, each fault under its key: "Site:TimeZone: 'Mars/Base' is no time zone …".</summary>
internal sealed class SettingFaults(string section)
{
    private readonly List<string> faults = [];

    public ValidateOptionsResult Result => faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

    public void Add(string key, object? value, string fault) => faults.Add($"{section}:{key}: '{value}' {fault}.");
}
