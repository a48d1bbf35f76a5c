using Microsoft.Extensions.Configuration;

namespace Archive.Store;

/// <summary>What is set about the store, read and checked as far as that goes without knowing the provider.</summary>
internal sealed record StoreSettings(string Provider, string? Connection, string? Readers, string? PasswordFile, bool ReadOnly, string ContentRoot)
{
    private static readonly string[] Known = ["Provider", "ReadOnly"];

    /// <exception cref="StoreSettingException">A key is misspelt or a value cannot be read.</exception>
    public static StoreSettings Read(IConfiguration configuration, string contentRoot)
    {
        foreach (var key in configuration.GetSection(StoreRegistration.Section).GetChildren().Select(child => child.Key).Except(Known, StringComparer.OrdinalIgnoreCase))
        {
            throw new StoreSettingException($"{StoreRegistration.Section}:{key}", $"no such setting; section {StoreRegistration.Section} has {string.Join(", ", Known)}.");
        }
        return new(
            Given(StoreRegistration.ProviderKey) ?? "Sqlite",
            Given(StoreRegistration.ConnectionKey),
            Given(StoreRegistration.ReadersKey),
            Given(StoreRegistration.PasswordFileKey),
            ReadOnlyIn(Given(StoreRegistration.ReadOnlyKey)),
            contentRoot);

        string? Given(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
    }

    private static bool ReadOnlyIn(string? value) => value is null ? false : bool.TryParse(value, out var readOnly)
        ? readOnly
        : throw new StoreSettingException(StoreRegistration.ReadOnlyKey, $"'{value}' is neither true nor false.");
}
