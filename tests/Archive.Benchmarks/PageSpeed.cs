using Archive.Rig;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>
/// Pages of a large archive beside the same pages of a small one, uncached, in turn: how many commands each sends, and how long it
/// takes in proportion.
/// </summary>
internal static class PageSpeed
{
    private const double AtMost = 1.5;
    private const int Places = 9;

    public static async IAsyncEnumerable<Figure> RunAsync(ArchiveSize small, ArchiveSize large, int repetitions, IReadOnlyList<StoreKind> kinds)
    {
        foreach (var kind in kinds)
        {
            await using var few = await Archive.OpenAsync(kind, small);
            await using var many = await Archive.OpenAsync(kind, large);
            foreach (var page in PageAddresses.Kinds)
            {
                yield return await MeasureAsync(kind, page, few, many, repetitions);
            }
        }
    }

    private static async Task<Figure> MeasureAsync(StoreKind kind, string page, Archive few, Archive many, int repetitions)
    {
        List<(double Milliseconds, int Commands)> ofFew = [], ofMany = [];
        var addresses = few.Addresses[page].Zip(many.Addresses[page]).ToList();
        for (var repetition = -3; repetition < repetitions; repetition++)
        {
            foreach (var (small, large) in addresses)
            {
                var (a, b) = (await few.AskAsync(small), await many.AskAsync(large));
                if (repetition >= 0)
                {
                    ofFew.Add(a);
                    ofMany.Add(b);
                }
            }
        }
        var (commandsOfFew, commandsOfMany) = (Commands(ofFew), Commands(ofMany));
        if (commandsOfFew != commandsOfMany)
        {
            throw new InvalidOperationException($"{kind}: the {page} page sends {commandsOfFew} commands in the small archive and {commandsOfMany} in the large one.");
        }
        return new(
            $"{kind}: {page} page, large archive to small", Quantile(ofMany, 0.5) / Quantile(ofFew, 0.5), "times", AtMost,
            $"{commandsOfFew} commands; medians {Spread(ofFew)} and {Spread(ofMany)} of {ofFew.Count}; quarters in brackets");
    }

    private static string Commands(IEnumerable<(double, int Commands)> asked) => string.Join(" or ", asked.Select(one => one.Commands).Distinct().Order());

    private static string Spread(List<(double Milliseconds, int)> asked) =>
        $"{Quantile(asked, 0.5):N2} ms ({Quantile(asked, 0.25):N2} to {Quantile(asked, 0.75):N2})";

    private static double Quantile(List<(double Milliseconds, int)> asked, double part) =>
        asked.Select(one => one.Milliseconds).Order().ElementAt((int)(part * (asked.Count - 1)));

    /// <summary>An archive of one size with its site.</summary>
    private sealed class Archive(MeasuredStore store, MeasuredSite site, ILookup<string, string> addresses) : IAsyncDisposable
    {
        private readonly HttpClient client = site.Start();

        public ILookup<string, string> Addresses => addresses;

        public static async Task<Archive> OpenAsync(StoreKind kind, ArchiveSize size)
        {
            using var seeds = new ScratchFolder();
            new DigestGenerator(size).WriteTo(seeds.Path);
            var store = await MeasuredStore.CreateAsync(kind);
            await store.ImportAsync(seeds.Path, size.Headlines);
            if (kind == StoreKind.Postgres)
            {
                // What autovacuum does by itself within minutes.
                await using var connection = new NpgsqlConnection(store.ConnectionString + ";Pooling=false;Command Timeout=0");
                await connection.OpenAsync();
                await using var vacuum = new NpgsqlCommand("VACUUM (ANALYZE)", connection);
                await vacuum.ExecuteNonQueryAsync();
            }
            return new(store, new(store), await PageAddresses.OfAsync(store, Places));
        }

        public Task<(double Milliseconds, int Commands)> AskAsync(string address) => site.AskAsync(client, address);

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await site.DisposeAsync();
            await store.DisposeAsync();
        }
    }
}
