using YamlDotNet.Serialization;

namespace Archive.Web.Tests.Hosting.Compose;

/// <summary>A compose file of the project as an engine would read it: anchors followed, "&lt;&lt;" merged.</summary>
internal sealed class ComposeFile
{
    public const string Whole = "docker-compose.yml";

    public const string Sqlite = "docker-compose.sqlite.yml";

    private readonly IReadOnlyDictionary<string, object?> document;

    public ComposeFile(string name)
    {
        using var text = File.OpenText(Path.Combine(Repository.Root, name));
        document = Map(Merged(new DeserializerBuilder().WithDuplicateKeyChecking().Build().Deserialize<object>(text)));
    }

    public IReadOnlyDictionary<string, object?> Top => document;

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Services =>
        Map(document["services"]).ToDictionary(pair => pair.Key, pair => Map(pair.Value));

    public IReadOnlyDictionary<string, object?> Section(string name) => document.TryGetValue(name, out var section) ? Map(section) : new Dictionary<string, object?>();

    public static IReadOnlyDictionary<string, object?> Map(object? node) => node switch
    {
        null => new Dictionary<string, object?>(),
        IDictionary<object, object?> map => map.ToDictionary(pair => (string)pair.Key, pair => pair.Value),
        _ => throw new InvalidDataException($"a mapping was expected, not {node}"),
    };

    public static IReadOnlyList<string> List(object? node) => node switch
    {
        null => [],
        IList<object?> list => [.. list.Select(item => Assert.IsType<string>(item))],
        _ => throw new InvalidDataException($"a list was expected, not {node}"),
    };

    /// <summary>"archive-data:/data" and "./deploy:/etc/archive:ro": source, target, whether it can only be read.</summary>
    public static IEnumerable<(string Source, string Target, bool ReadOnly)> Mounts(IReadOnlyDictionary<string, object?> service) =>
        List(service.GetValueOrDefault("volumes")).Select(mount => mount.Split(':')).Select(parts => (parts[0], parts[1], parts.Length == 3 && parts[2] == "ro"));

    // "<<: *locked" puts in what is not said beside it.
    private static object? Merged(object? node)
    {
        if (node is IList<object?> list)
        {
            return list.Select(Merged).ToList();
        }
        if (node is not IDictionary<object, object?> map)
        {
            return node;
        }
        var whole = map.Where(pair => pair.Key is not "<<").ToDictionary(pair => pair.Key, pair => Merged(pair.Value));
        if (map.TryGetValue("<<", out var below))
        {
            foreach (var (key, value) in (IDictionary<object, object?>)Merged(below)!)
            {
                whole.TryAdd(key, value);
            }
        }
        return whole;
    }

    public static string? Text(IReadOnlyDictionary<string, object?> map, string key) => map.GetValueOrDefault(key) as string;
}
