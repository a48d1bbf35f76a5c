using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>Binds the option classes, and checks them before anything is opened.</summary>
internal static class SettingsRegistration
{
    public static void AddArchiveOptions(this WebApplicationBuilder builder)
    {
        Add<SiteOptions, SiteOptionsRules>(builder.Services, SiteOptions.Section);
        builder.Services.AddOptions<SiteOptions>().Configure<IConfiguration>((site, configured) =>
            site.TrustedProxies = Listed(configured.GetSection($"{SiteOptions.Section}:{nameof(site.TrustedProxies)}")));
        Add<ImportOptions, ImportOptionsRules>(builder.Services, ImportOptions.Section);
        Add<SearchOptions, SearchOptionsRules>(builder.Services, SearchOptions.Section);
        Add<FetchingOptions, FetchingOptionsRules>(builder.Services, FetchingOptions.Section);
    }

    /// <exception cref="OptionsValidationException">A value is bad; every failure begins with the value's key.</exception>
    public static void ValidateSettings(this IServiceProvider services) =>
        services.GetRequiredService<IStartupValidator>().Validate();

    // A list in appsettings.json, or one line with commas, as the environment and the command line have it.
    private static List<string> Listed(IConfigurationSection setting) =>
        [.. setting.GetChildren().Select(child => child.Value).Prepend(setting.Value)
            .SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static void Add<TOptions, TRules>(IServiceCollection services, string section)
        where TOptions : class
        where TRules : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TRules>();
        services.AddSingleton<IValidateOptions<TOptions>>(provider =>
            new KnownKeys<TOptions>(section, provider.GetRequiredService<IConfiguration>().GetSection(section)));
    }

    /// <summary>A misspelt key in one of our own sections is an error: it would otherwise be silently nothing.</summary>
    private sealed class KnownKeys<TOptions>(string section, IConfiguration configured) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var known = typeof(TOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
            var unknown = configured.GetChildren().Select(child => child.Key).Except(known, StringComparer.OrdinalIgnoreCase).ToList();
            return unknown.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(unknown.Select(key => $"{section}:{key}: no such setting; section {section} has {string.Join(", ", known)}."));
        }
    }
}

/// <summary>Collects what is wrong in one section, each fault under its key: "Site:TimeZone: 'Mars/Base' is no time zone …".</summary>
internal sealed class SettingFaults(string section)
{
    private readonly List<string> faults = [];

    public ValidateOptionsResult Result => faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

    public void Add(string key, object? value, string fault) => faults.Add($"{section}:{key}: '{value}' {fault}.");
}
