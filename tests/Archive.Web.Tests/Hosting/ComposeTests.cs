using YamlDotNet.Serialization;

namespace Archive.Web.Tests.Hosting;

/// <summary>No container engine is needed to see that docker-compose.yml says what an operator relies on.</summary>
public sealed class ComposeTests
{
    private static readonly Dictionary<string, object> Web = Read();

    [Fact]
    public void The_container_is_built_from_a_file_that_is_there()
    {
        var build = Map(Web["build"]);
        Assert.True(File.Exists(Path.Combine(Repository.Root, (string)build["context"], (string)build["dockerfile"])));
    }

    [Fact]
    public void The_store_is_in_a_volume_and_nothing_else_can_be_written()
    {
        var volume = Assert.Single(List(Web["volumes"])).Split(':');
        Assert.Equal($"Data Source={volume[1]}/archive.db", Map(Web["environment"])["ConnectionStrings__Archive"]);
        Assert.Contains(volume[0], Map(Document()["volumes"]).Keys);
        Assert.Equal("true", Web["read_only"]);
        Assert.Equal(["ALL"], List(Web["cap_drop"]));
        Assert.Equal(["no-new-privileges:true"], List(Web["security_opt"]));
    }

    [Fact]
    public void Only_this_machine_is_listened_to_and_no_secret_is_written_down()
    {
        Assert.All(List(Web["ports"]), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        Assert.DoesNotContain(Map(Web["environment"]).Keys, key => key.Contains("password", StringComparison.OrdinalIgnoreCase) || key.Contains("secret", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_image_runs_as_nobody_in_particular_on_the_port_that_compose_names()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src", "Archive.Web", "Dockerfile"));
        Assert.Contains("USER $APP_UID", lines);
        var inside = Assert.Single(List(Web["ports"])).Split(':')[^1];
        Assert.Contains($"EXPOSE {inside}", lines);
        Assert.Contains(lines, line => line.Contains($"ASPNETCORE_URLS=http://+:{inside}", StringComparison.Ordinal));
        Assert.Contains($"http://127.0.0.1:{inside}", List(Map(Web["healthcheck"])["test"]));
        // What is copied before the restore must be all that a locked restore reads.
        foreach (var project in new[] { "Archive.Store", "Archive.Import", "Archive.Web" })
        {
            Assert.Contains(lines, line => line.Contains($"src/{project}/packages.lock.json", StringComparison.Ordinal));
        }
    }

    private static Dictionary<string, object> Read() => Map(Map(Document()["services"])["web"]);

    private static Dictionary<string, object> Document() =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml")));

    private static Dictionary<string, object> Map(object node) => ((Dictionary<object, object>)node).ToDictionary(pair => (string)pair.Key, pair => pair.Value);

    private static List<string> List(object node) => [.. ((List<object>)node).Cast<string>()];
}
