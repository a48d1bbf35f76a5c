using System.Globalization;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>The processor time of a PostgreSQL server on this machine, all of its processes together, as Linux's /proc counts it.</summary>
internal static class ServerProcessor
{
    // Of a second: what the kernel shows /proc in, on every architecture that .NET runs on.
    private const double Tick = 0.01;

    /// <returns>Null where the server is not on this machine.</returns>
    public static async Task<double?> SecondsAsync(MeasuredStore store)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        if (!File.Exists($"/proc/{connection.ProcessID}/comm") || !(await File.ReadAllTextAsync($"/proc/{connection.ProcessID}/comm")).StartsWith("postgres", StringComparison.Ordinal))
        {
            return null;
        }
        var server = Fields(connection.ProcessID)!.Value.Parent;
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]))
            .Select(name => (Id: int.Parse(name!, CultureInfo.InvariantCulture), Fields: Fields(int.Parse(name!, CultureInfo.InvariantCulture))));
        return Tick * all.Where(process => process.Id == server || process.Fields?.Parent == server)
            .Sum(process => process.Id == server ? process.Fields!.Value.Own + process.Fields.Value.Ended : process.Fields!.Value.Own);
    }

    // "4711 (postgres) S 1 …": after the name state and parent; the 12th to 15th of what follows it are the times, own and of children that ended.
    private static (int Parent, long Own, long Ended)? Fields(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var times = fields[11..15].Select(time => long.Parse(time, CultureInfo.InvariantCulture)).ToArray();
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), times[0] + times[1], times[2] + times[3]);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }
}
