using Npgsql;

namespace Archive.Store.Postgres;

/// <summary>From settings to connection strings: what is not set is set here, so that a fault of a server shows in seconds.</summary>
internal static class PostgresConnections
{
    // A later word wins: whatever the setting says stands.
    private const string ForAll = "Timeout=5;Keepalive=15;Host Recheck Seconds=2;Application Name=archive;";

    // The rows of one large file take their time. Two pools a node; PostgreSQL allows a hundred connections unless told otherwise.
    private const string ForWriting = ForAll + "Maximum Pool Size=10;Command Timeout=600;";

    // Readers ask the same few questions: planning them again each time is a good part of a search.
    // A search reads some hundred thousand bytes: through a larger buffer in a few parts, each of which is waited for.
    private const string ForReading = ForAll + "Maximum Pool Size=30;Command Timeout=10;Max Auto Prepare=100;Read Buffer Size=65536;";

    private const string StandbyFirst = "prefer-standby";

    /// <summary>The primary, among the hosts that are named.</summary>
    /// <exception cref="StoreSettingException">The setting, or the file of the password, cannot be used.</exception>
    public static string Writing(StoreSettings settings) => Of(StoreRegistration.ConnectionKey, ForWriting, "primary", settings.Connection, settings);

    /// <summary>A standby where one answers, otherwise the primary; without a setting of its own, the hosts that are written to.</summary>
    /// <exception cref="StoreSettingException">The setting, or the file of the password, cannot be used.</exception>
    public static string Reading(StoreSettings settings) => settings.Readers is null
        ? Of(StoreRegistration.ConnectionKey, ForReading, StandbyFirst, settings.Connection, settings)
        : Of(StoreRegistration.ReadersKey, ForReading, StandbyFirst, settings.Readers, settings);

    private static string Of(string key, string otherwise, string rank, string? setting, StoreSettings settings)
    {
        NpgsqlConnectionStringBuilder connection;
        try
        {
            connection = new($"{otherwise}{setting}");
        }
        catch (Exception e) when (e is ArgumentException or KeyNotFoundException or FormatException or InvalidCastException or OverflowException)
        {
            var word = (e as ArgumentException)?.ParamName is { } name ? $"'{name}' is no word of it, or its value cannot be used" : e.Message;
            throw new StoreSettingException(key, $"{word}; write it as Host=…;Database=…;Username=….");
        }
        if (string.IsNullOrEmpty(connection.Host))
        {
            throw new StoreSettingException(key, "names no server (Host=…).");
        }
        if (string.IsNullOrEmpty(connection.Database))
        {
            throw new StoreSettingException(key, "names no database (Database=…).");
        }
        if (connection.Host.Contains(',', StringComparison.Ordinal))
        {
            connection.TargetSessionAttributes ??= rank;
            connection.LoadBalanceHosts |= rank == StandbyFirst;
        }
        if (settings.PasswordFile is { } file)
        {
            connection.Password = Password(Path.GetFullPath(file, settings.ContentRoot));
        }
        if (settings.ReadOnly)
        {
            connection.Options = $"{connection.Options} -c default_transaction_read_only=on".TrimStart();
        }
        return Tried(key, connection.ToString());
    }

    /// <summary>One server or several, with a pool for each; connects to none yet.</summary>
    public static NpgsqlDataSource DataSource(string connection)
    {
        var several = new NpgsqlConnectionStringBuilder(connection).Host!.Contains(',', StringComparison.Ordinal);
        var builder = new NpgsqlDataSourceBuilder(connection);
        return several ? builder.BuildMultiHost() : builder.Build();
    }

    // Some words contradict each other; only the driver knows which.
    private static string Tried(string key, string connection)
    {
        try
        {
            using (DataSource(connection))
            {
                return connection;
            }
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new StoreSettingException(key, e.Message);
        }
    }

    private static string Password(string file)
    {
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreSettingException(StoreRegistration.PasswordFileKey, e.Message);
        }
    }
}
