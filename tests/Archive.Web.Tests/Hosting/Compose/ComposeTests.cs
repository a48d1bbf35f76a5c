using static Archive.Web.Tests.Hosting.Compose.ComposeFile;

namespace Archive.Web.Tests.Hosting.Compose;

/// <summary>No container engine is needed to see that a compose file holds together and says what an operator relies on.</summary>
[Trait("Store", "Any")]
public sealed class ComposeTests
{
    public static TheoryData<string> Files => [Whole, Sqlite];

    [Theory, MemberData(nameof(Files))]
    public void An_engine_knows_every_key(string file) => Assert.Empty(ComposeKeys.Faults(new ComposeFile(file)));

    [Theory, MemberData(nameof(Files))]
    public void Whatever_is_named_is_there(string file)
    {
        var compose = new ComposeFile(file);
        foreach (var service in compose.Services.Values)
        {
            Assert.Empty(List(service.GetValueOrDefault("secrets")).Except(compose.Section("secrets").Keys));
            Assert.Empty(Map(service.GetValueOrDefault("depends_on")).Keys.Except(compose.Services.Keys));
            if (service.TryGetValue("build", out var build))
            {
                Assert.True(File.Exists(Path.Combine(Repository.Root, Text(Map(build), "context")!, Text(Map(build), "dockerfile")!)));
            }
            foreach (var (source, target, readOnly) in Mounts(service))
            {
                Assert.StartsWith("/", target, StringComparison.Ordinal);
                if (source.StartsWith('.'))
                {
                    Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), $"{source} is not there");
                    Assert.True(readOnly, $"{source} could be written by a container");
                }
                else
                {
                    Assert.Contains(source, compose.Section("volumes").Keys);
                }
            }
        }
    }

    // "/etc/archive/postgres/roles.sql" in a command is deploy/postgres/roles.sql by the mount of deploy.
    [Fact]
    public void Files_that_a_command_names_are_in_what_is_mounted()
    {
        var compose = new ComposeFile(Whole);
        var named = 0;
        foreach (var service in compose.Services.Values)
        {
            var words = List(service.GetValueOrDefault("command")).Concat(List(service.GetValueOrDefault("entrypoint")));
            foreach (var path in words.Select(word => word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]).Where(word => word.StartsWith("/etc/archive/", StringComparison.Ordinal)))
            {
                Assert.Contains(("./deploy", "/etc/archive", true), Mounts(service));
                Assert.True(File.Exists(Path.Combine(Repository.Root, path.Replace("/etc/archive", "deploy", StringComparison.Ordinal))), path);
                named++;
            }
        }
        Assert.InRange(named, 8, 20);
    }

    [Theory, MemberData(nameof(Files))]
    public void No_container_runs_as_root_keeps_a_right_or_writes_its_own_files(string file)
    {
        Assert.All(new ComposeFile(file).Services.Values, service =>
        {
            Assert.Equal("true", Text(service, "read_only"));
            Assert.Equal(["ALL"], List(service["cap_drop"]));
            Assert.Equal(["no-new-privileges:true"], List(service["security_opt"]));
            Assert.DoesNotContain("privileged", service.Keys);
            var user = Text(service, "user");
            Assert.False(string.IsNullOrEmpty(user) || user == "root" || user.Split(':')[0] == "0");
        });
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_container_that_stays_says_how_it_is(string file)
    {
        Assert.All(new ComposeFile(file).Services.Values, service =>
        {
            var health = Map(service["healthcheck"]);
            var once = Text(service, "restart") == "no";
            Assert.Equal(once, Text(health, "disable") == "true");
            Assert.Equal(!once, List(health.GetValueOrDefault("test")) is ["CMD", _, ..]);
        });
    }

    [Theory, MemberData(nameof(Files))]
    public void What_ends_is_waited_for_until_it_ended_and_what_stays_until_it_is_well(string file)
    {
        var services = new ComposeFile(file).Services;
        foreach (var (name, dependency) in services.Values.SelectMany(service => Map(service.GetValueOrDefault("depends_on"))))
        {
            var expected = Text(services[name], "restart") == "no" ? "service_completed_successfully" : "service_healthy";
            Assert.Equal(expected, Text(Map(dependency), "condition"));
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Only_this_machine_is_listened_to_and_no_secret_is_written_down(string file)
    {
        var compose = new ComposeFile(file);
        Assert.All(compose.Services.Values.SelectMany(service => List(service.GetValueOrDefault("ports"))), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        foreach (var (key, value) in compose.Services.Values.SelectMany(service => Map(service.GetValueOrDefault("environment"))))
        {
            Assert.DoesNotContain("password=", (string)value!, StringComparison.OrdinalIgnoreCase);
            if (key.Contains("password", StringComparison.OrdinalIgnoreCase))
            {
                // A file's name, never the word itself; and the file is one that the service is given.
                Assert.EndsWith("FILE", key, StringComparison.OrdinalIgnoreCase);
                Assert.StartsWith("/run/secrets/", (string)value!, StringComparison.Ordinal);
            }
        }
        Assert.All(compose.Section("secrets").Values, secret => Assert.StartsWith("./secrets/", Text(Map(secret), "file"), StringComparison.Ordinal));
        Assert.Contains("secrets/", File.ReadAllLines(Path.Combine(Repository.Root, ".gitignore")));
        Assert.Contains("secrets/", File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore")));
    }

    [Fact]
    public void A_service_is_given_no_password_but_its_own()
    {
        var services = new ComposeFile(Whole).Services;
        foreach (var service in services.Values)
        {
            var used = Map(service.GetValueOrDefault("environment")).Values.Cast<string>()
                .Where(value => value.StartsWith("/run/secrets/", StringComparison.Ordinal)).Select(value => value["/run/secrets/".Length..]).Distinct();
            // What sets the passwords is given the folder.
            if (!Map(service.GetValueOrDefault("environment")).ContainsKey("ARCHIVE_SECRETS"))
            {
                Assert.Equal(used.Order(), List(service.GetValueOrDefault("secrets")).Order());
            }
        }
    }

    [Fact]
    public void Every_secret_is_one_that_the_script_makes()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "make-secrets.sh"));
        Assert.All(new ComposeFile(Whole).Section("secrets"), secret =>
        {
            Assert.Equal($"./secrets/{secret.Key}", Text(Map(secret.Value), "file"));
            Assert.Contains($" {secret.Key}", script, StringComparison.Ordinal);
        });
    }
}
