using System.Globalization;

namespace Archive.Rig.Postgres;

/// <summary>Where PostgreSQL's own programs are on this machine: on the PATH, or where Debian puts them, the newest first.</summary>
public static class PostgresPrograms
{
    public const string Installs = "apt-get install -y postgresql";

    private static readonly Lazy<string> Folder = new(Find);

    public static string InitDb => Path.Combine(Folder.Value, "initdb");

    public static string PgCtl => Path.Combine(Folder.Value, "pg_ctl");

    public static string BaseBackup => Path.Combine(Folder.Value, "pg_basebackup");

    public static string Psql => Path.Combine(Folder.Value, "psql");

    private static string Find() =>
        Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
        ?? throw new InvalidOperationException(
            $"There is no PostgreSQL server on this machine (no initdb on the PATH or in /usr/lib/postgresql). To install it, as root: {Installs}. "
            + $"Or name a server in {OutsideServer.Variable}.");

    private static IEnumerable<string> Candidates()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var debian = new DirectoryInfo("/usr/lib/postgresql");
        var versions = debian.Exists ? debian.GetDirectories() : [];
        return
        [
            .. versions.OrderByDescending(folder => int.TryParse(folder.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder.FullName, "bin")),
            .. onPath,
        ];
    }
}
