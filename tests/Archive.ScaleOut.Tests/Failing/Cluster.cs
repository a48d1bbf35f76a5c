using Archive.Import;
using Archive.Rig.Postgres;
using Archive.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>A primary, perhaps a synchronous standby, and web nodes that read from the standby first: what an organisation runs, as plain processes.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Database = "archive";

    private readonly List<(ArchiveProcess Process, Uri Address)> nodes = [];

    private readonly List<PostgresServer> servers = [];

    private ServiceProvider? services;

    private Cluster()
    {
    }

    public PostgresServer Primary { get; private set; } = null!;

    public PostgresServer? Standby { get; private set; }

    public TemporaryFolder Folder { get; } = TemporaryFolder.Migrated(StoreKind.Sqlite);

    public IReadOnlyList<Uri> Nodes => [.. nodes.Select(node => node.Address)];

    public IDbContextFactory<ArchiveContext> Store => services!.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    public SeedImporter Importer => new(Store, new(), TimeProvider.System);

    private string ConnectionString => $"Host={string.Join(',', servers.Select(server => $"127.0.0.1:{server.Port}"))};Database={Database};Username={PostgresServer.Superuser};Password={Primary.Password}";

    /// <summary>With the project's own seeds in it, so that there is something to read.</summary>
    /// <param name="settings">Further ones of each node, as they would stand on its command line.</param>
    public static async Task<Cluster> StartAsync(bool standby, int nodes, params string[] settings)
    {
        var cluster = new Cluster();
        try
        {
            cluster.servers.Add(cluster.Primary = PostgresServer.Start());
            if (standby)
            {
                cluster.servers.Add(cluster.Standby = PostgresServer.StandbyOf(cluster.Primary, "standby"));
                await cluster.Primary.WaitForSynchronousAsync("standby");
            }
            var store = new ConfigurationBuilder().AddInMemoryCollection(cluster.Settings).Build();
            cluster.services = new ServiceCollection().AddLogging().AddArchiveStore(store, cluster.Folder.Path).BuildServiceProvider();
            await using (var archive = await cluster.Store.CreateDbContextAsync())
            {
                await archive.MigrateAsync();
            }
            var report = await cluster.Importer.RunAsync(new([Path.Combine(Repository.Root, "seeds")]));
            Assert.Equal(0, report.ExitCode);
            var starting = Enumerable.Range(0, nodes).Select(_ => ArchiveProcess.ServeAsync(cluster.Folder, [.. cluster.Arguments, .. settings])).ToList();
            cluster.nodes.AddRange(await Task.WhenAll(starting));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Settings of a node, as they stand on its command line.</summary>
    public string[] Arguments => [.. Settings.Select(setting => $"--{setting.Key}={setting.Value}")];

    private Dictionary<string, string?> Settings => new()
    {
        [StoreRegistration.ProviderKey] = nameof(StoreKind.Postgres),
        [StoreRegistration.ConnectionKey] = ConnectionString,
        [StoreRegistration.ReadersKey] = ConnectionString,
    };

    /// <summary>The primary is gone and the standby takes its place; the other becomes the standby only by <see cref="RebuildAsync"/>.</summary>
    public void FailOver()
    {
        Primary.Kill();
        Standby!.Promote();
        (Primary, Standby) = (Standby, Primary);
    }

    /// <summary>From now on the standby answers with what it has, and learns nothing new.</summary>
    public async Task LeaveStandbyBehindAsync()
    {
        await AskAsync<string>("SELECT pg_wal_replay_pause()::text", Standby);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while ((await AskAsync<string>("SELECT pg_get_wal_replay_pause_state()", Standby))[0] != "paused")
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>The dead server comes back as a synchronous standby of the living one.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        Standby!.Follow(Primary, "standby");
        await Primary.WaitForSynchronousAsync("standby", cancellation);
    }

    /// <summary>Asks a server itself, the primary unless told otherwise, past the archive's own code.</summary>
    public async Task<List<T>> AskAsync<T>(string sql, PostgresServer? server = null)
    {
        await using var connection = new NpgsqlConnection((server ?? Primary).ConnectionString(Database) + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<T> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(await reader.GetFieldValueAsync<T>(0, TestContext.Current.CancellationToken));
        }
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        nodes.ForEach(node => node.Process.Dispose());
        if (services is not null)
        {
            await services.DisposeAsync();
        }
        servers.ForEach(server => server.Dispose());
        Folder.Dispose();
    }
}
