using System.Diagnostics;
using Archive.Rig;
using Archive.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>
/// Searches a large archive as readers do: the program as a process of its own, over HTTP, keeping no page, four readers at once who each
/// ask again as soon as they are answered. The clients run on the same machine.
/// </summary>
internal static class SearchSpeed
{
    private const int Readers = 4;

    // What the search must answer within, in milliseconds, in 95 of 100 cases.
    private const double AtMost = 50;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async IAsyncEnumerable<Figure> RunAsync(ArchiveSize size, int requests, IReadOnlyList<StoreKind> kinds)
    {
        foreach (var kind in kinds)
        {
            await using var store = await MeasuredStore.CreateAsync(kind);
            using (var seeds = new ScratchFolder())
            {
                new DigestGenerator(size with { WithNames = true }).WriteTo(seeds.Path);
                await store.ImportAsync(seeds.Path, size.Headlines);
            }
            if (kind == StoreKind.Postgres)
            {
                // What autovacuum does by itself within minutes.
                await using var connection = new NpgsqlConnection(store.ConnectionString + ";Pooling=false;Command Timeout=0");
                await connection.OpenAsync();
                await using var vacuum = new NpgsqlCommand("VACUUM (ANALYZE)", connection);
                await vacuum.ExecuteNonQueryAsync();
            }
            await foreach (var figure in MeasureAsync($"{kind}", store.Settings, store.Factory, requests))
            {
                yield return figure;
            }
        }
    }

    /// <summary>On an archive that is there already: "sqlite:FILE" or "postgres:Host=…".</summary>
    public static async IAsyncEnumerable<Figure> RunOnAsync(string there, int requests)
    {
        await using var services = StoreRegistration.OpenArchiveStore("--on", there, null, Environment.CurrentDirectory);
        var parts = there.Split(':', 2);
        var isPostgres = parts[0].Equals("postgres", StringComparison.OrdinalIgnoreCase);
        Dictionary<string, string?> settings = new()
        {
            [StoreRegistration.ProviderKey] = isPostgres ? "Postgres" : "Sqlite",
            [StoreRegistration.ConnectionKey] = isPostgres ? parts[1] : $"Data Source={Path.GetFullPath(parts[1])}",
        };
        await foreach (var figure in MeasureAsync(parts[0], settings, services.GetRequiredService<IDbContextFactory<ArchiveContext>>(), requests))
        {
            yield return figure;
        }
    }

    private static async IAsyncEnumerable<Figure> MeasureAsync(string name, IReadOnlyDictionary<string, string?> store, IDbContextFactory<ArchiveContext> factory, int requests)
    {
        await using var archive = factory.CreateDbContext();
        var questions = await SearchQuestions.OfAsync(archive);
        using var folder = new TemporaryFolder();
        var (site, address) = await ArchiveProcess.ServeAsync(
            folder, [.. store.Select(pair => $"--{pair.Key}={pair.Value}"), "--Site:PageCacheMegabytes=0", "--Serilog:MinimumLevel:Default=Information"]);
        using (site)
        {
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Readers }) { BaseAddress = address };
            var everything = questions.SelectMany(question => question.Addresses).ToArray();
            await AskAsync(client, everything, until: Stopwatch.GetTimestamp() + (long)(WarmUp.TotalSeconds * 4 * Stopwatch.Frequency), int.MaxValue);
            foreach (var (kind, addresses) in questions)
            {
                await AskAsync(client, addresses, until: Stopwatch.GetTimestamp() + (long)(WarmUp.TotalSeconds * Stopwatch.Frequency), int.MaxValue);
                var times = (await AskAsync(client, addresses, long.MaxValue, requests)).Order().ToList();
                yield return new(
                    $"{name}: {kind}", Part(times, 0.95), "ms at 95 %", AtMost, $"median {Part(times, 0.5):N1}, 99 % {Part(times, 0.99):N1}, longest {times[^1]:N1}; {times.Count} searches");
            }
            await site.StopAsync();
        }
    }

    private static async Task<List<double>> AskAsync(HttpClient client, string[] addresses, long until, int requests)
    {
        var asked = 0;
        var readers = await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            List<double> times = [];
            while (Stopwatch.GetTimestamp() < until && Interlocked.Increment(ref asked) is var number && number <= requests)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(addresses[number % addresses.Length]);
                var page = await response.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (!response.IsSuccessStatusCode || page.Length == 0)
                {
                    throw new InvalidOperationException($"{addresses[number % addresses.Length]} answered {(int)response.StatusCode}: a figure for no page would be a lie.");
                }
            }
            return times;
        }));
        return [.. readers.SelectMany(times => times)];
    }

    private static double Part(List<double> ordered, double part) => ordered[(int)(part * (ordered.Count - 1))];
}
