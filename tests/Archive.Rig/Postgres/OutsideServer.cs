using Npgsql;

namespace Archive.Rig.Postgres;

/// <summary>A server that was there before the test run, where one is named: a role of it that may make databases.</summary>
internal static class OutsideServer
{
    public const string Variable = "ARCHIVE_TEST_POSTGRES";

    /// <returns>Its connection string; null where the tests start a server of their own.</returns>
    public static NpgsqlConnectionStringBuilder? Named()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrWhiteSpace(named) ? null : new(named);
    }
}
