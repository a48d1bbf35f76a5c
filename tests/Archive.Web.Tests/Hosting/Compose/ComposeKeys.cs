namespace Archive.Web.Tests.Hosting.Compose;

/// <summary>
/// The part of the Compose Specification that the project uses: the keys that may stand in each place, and what may stand under them.
/// An engine refuses a file with any other key; so does this.
/// </summary>
internal static class ComposeKeys
{
    private static readonly string[] Top = ["name", "services", "networks", "volumes", "secrets"];

    private static readonly string[] Texts = ["command", "entrypoint", "image", "read_only", "restart", "shm_size", "stop_grace_period", "user"];

    private static readonly string[] Lists = ["cap_drop", "command", "entrypoint", "ports", "profiles", "secrets", "security_opt", "tmpfs", "volumes"];

    private static readonly Dictionary<string, string[]> Maps = new()
    {
        ["build"] = ["context", "dockerfile"],
        ["healthcheck"] = ["test", "interval", "timeout", "start_period", "retries", "disable"],
    };

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["restart"] = ["no", "always", "on-failure", "unless-stopped"],
        ["read_only"] = ["true", "false"],
        ["condition"] = ["service_started", "service_healthy", "service_completed_successfully"],
    };

    /// <returns>What an engine would not understand, each with its place.</returns>
    public static IEnumerable<string> Faults(ComposeFile file)
    {
        var unknown = file.Top.Keys.Where(key => !key.StartsWith("x-", StringComparison.Ordinal)).Except(Top).Select(key => $"{key}: no such key");
        return unknown
            .Concat(file.Services.SelectMany(service => OfService(service.Value).Select(fault => $"services.{service.Key}.{fault}")))
            .Concat(Entries(file, "secrets", ["file"]))
            .Concat(Entries(file, "volumes", ["name", "driver"]))
            .Concat(Entries(file, "networks", ["ipam", "driver"]));
    }

    private static IEnumerable<string> Entries(ComposeFile file, string section, string[] known) =>
        file.Section(section).SelectMany(entry => ComposeFile.Map(entry.Value).Keys.Except(known).Select(key => $"{section}.{entry.Key}.{key}: no such key"));

    private static IEnumerable<string> OfService(IReadOnlyDictionary<string, object?> service)
    {
        foreach (var (key, value) in service)
        {
            var understood = value switch
            {
                string text => Texts.Contains(key) && (!Values.TryGetValue(key, out var allowed) || allowed.Contains(text)),
                IList<object?> list => Lists.Contains(key) && list.All(item => item is string),
                _ => OfMap(key, ComposeFile.Map(value)),
            };
            if (!understood)
            {
                yield return $"{key}: no such key, or not such a value";
            }
        }
        if (!service.ContainsKey("image") && !service.ContainsKey("build"))
        {
            yield return "image: neither this nor build is there";
        }
    }

    private static bool OfMap(string key, IReadOnlyDictionary<string, object?> map) => key switch
    {
        "environment" => map.Values.All(value => value is string),
        "depends_on" => map.Values.All(value => OfDependency(ComposeFile.Map(value))),
        _ => Maps.TryGetValue(key, out var known) && !map.Keys.Except(known).Any(),
    };

    private static bool OfDependency(IReadOnlyDictionary<string, object?> dependency) =>
        !dependency.Keys.Except(["condition", "restart", "required"]).Any() && Values["condition"].Contains(ComposeFile.Text(dependency, "condition"));
}
