using static Archive.Web.Tests.Hosting.Compose.ComposeFile;

namespace Archive.Web.Tests.Hosting.Compose;

/// <summary>What each of the three ways to run the archive in containers consists of, and how its parts find one another.</summary>
[Trait("Store", "Any")]
public sealed class TopologyTests
{
    private static readonly string[] Nodes = ["web-a", "web-b"];

    private static readonly string[] Databases = ["db", "standby"];

    [Fact]
    public void The_default_is_one_node_and_its_database_migrated_before_the_node_starts()
    {
        var always = new ComposeFile(Whole).Services.Where(service => !service.Value.ContainsKey("profiles")).ToDictionary();
        Assert.Equal(["db", "migrate", "roles", "web"], always.Keys.Order());
        Assert.Equal(["db", "roles"], Map(always["web"]["depends_on"]).Keys.Order());
        Assert.Equal(["migrate"], Map(always["roles"]["depends_on"]).Keys);
        Assert.Equal(["migrate"], List(always["migrate"]["command"]));
        Assert.Contains("Username=archive_migrator", Connection(always["migrate"]), StringComparison.Ordinal);
        Assert.Contains("Username=archive_writer", Connection(always["web"]), StringComparison.Ordinal);
        Assert.Contains("--data-checksums", Text(Map(always["db"]["environment"]), "POSTGRES_INITDB_ARGS"), StringComparison.Ordinal);
    }

    [Fact]
    public void Scaling_out_adds_a_standby_two_nodes_and_a_proxy()
    {
        var services = new ComposeFile(Whole).Services;
        var added = services.Where(service => List(service.Value.GetValueOrDefault("profiles")).Contains("scale-out")).Select(service => service.Key);
        Assert.Equal(["proxy", "standby", "synchronous", "web-a", "web-b"], added.Order());
        Assert.Equal(Nodes, Map(services["proxy"]["depends_on"]).Keys.Order());
        foreach (var node in Nodes.Select(name => services[name]))
        {
            Assert.Contains("synchronous", Map(node["depends_on"]).Keys);
            Assert.StartsWith("Host=db,standby;", Connection(node), StringComparison.Ordinal);
            Assert.StartsWith("Host=db,standby;", Text(Map(node["environment"]), "ConnectionStrings__ArchiveReaders"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_two_services_publish_one_port()
    {
        var ports = new ComposeFile(Whole).Services.Values.SelectMany(service => List(service.GetValueOrDefault("ports"))).Select(port => port[..port.LastIndexOf(':')]).ToList();
        Assert.Equal(ports.Distinct(), ports);
        Assert.Equal(2, ports.Count);
    }

    [Fact]
    public void The_proxy_asks_both_nodes_and_is_believed_by_them()
    {
        var compose = new ComposeFile(Whole);
        var nginx = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "compose", "nginx.conf"));
        Assert.All(Nodes, node => Assert.Contains($"server {node}:8080 ", nginx, StringComparison.Ordinal));
        var ipam = Map(Map(compose.Section("networks")["default"])["ipam"]);
        var subnet = Text(Map(Assert.Single((IList<object?>)ipam["config"]!)), "subnet");
        Assert.Equal(subnet, Text(Map(compose.Services["web-a"]["environment"]), "Site__TrustedProxies__0"));
    }

    [Fact]
    public void Each_database_keeps_its_data_in_a_volume_of_its_own()
    {
        var services = new ComposeFile(Whole).Services;
        var data = Databases.Select(name => Mounts(services[name]).Single(mount => mount.Target == "/var/lib/postgresql/data").Source).ToList();
        Assert.Equal(2, data.Distinct().Count());
        // The first start must not be taken for the last: the socket answers while the data folder is being prepared, the port does not.
        Assert.Equal(["CMD", "pg_isready", "-h", "127.0.0.1"], List(Map(services["db"]["healthcheck"])["test"]).Take(4));
    }

    [Fact]
    public void Without_a_database_server_the_store_is_in_a_volume_and_nothing_else_can_be_written()
    {
        var web = Assert.Single(new ComposeFile(Sqlite).Services).Value;
        var (source, target, readOnly) = Assert.Single(Mounts(web));
        Assert.Equal($"Data Source={target}/archive.db", Connection(web));
        Assert.False(readOnly);
        Assert.Equal("archive-data", source);
    }

    [Theory]
    [InlineData(Whole)]
    [InlineData(Sqlite)]
    public void The_image_runs_as_nobody_in_particular_on_the_port_that_compose_names(string file)
    {
        var web = new ComposeFile(file).Services["web"];
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src", "Archive.Web", "Dockerfile"));
        Assert.Contains("USER $APP_UID", lines);
        var inside = Assert.Single(List(web["ports"])).Split(':')[^1];
        Assert.Contains($"EXPOSE {inside}", lines);
        Assert.Contains(lines, line => line.Contains($"ASPNETCORE_URLS=http://+:{inside}", StringComparison.Ordinal));
        Assert.Contains($"http://127.0.0.1:{inside}", List(Map(web["healthcheck"])["test"]));
        // What is copied before the restore must be all that a locked restore reads.
        foreach (var project in new[] { "Archive.Store", "Archive.Import", "Archive.Web" })
        {
            Assert.Contains(lines, line => line.Contains($"src/{project}/packages.lock.json", StringComparison.Ordinal));
        }
    }

    private static string Connection(IReadOnlyDictionary<string, object?> service) => Text(Map(service["environment"]), "ConnectionStrings__Archive")!;
}
