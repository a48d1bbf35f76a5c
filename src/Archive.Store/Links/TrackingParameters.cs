using System.Text;

namespace Archive.Store.Links;

/// <summary>What <c>tracking-parameters.txt</c> lists: parameters of an address that tell who sent a reader, and nothing else.</summary>
internal static class TrackingParameters
{
    private static readonly List<Entry> Entries = Read();

    private static readonly ILookup<string, Entry> ByName = Entries.Where(entry => !entry.IsBeginning).ToLookup(entry => entry.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly List<Entry> Beginnings = Entries.FindAll(entry => entry.IsBeginning);

    /// <summary>Each with its reason; for showing what the list says.</summary>
    public static IReadOnlyList<Entry> All => Entries;

    public static bool Has(string name, string host) =>
        ByName[name].Any(entry => entry.IsOn(host)) || Beginnings.Exists(entry => name.StartsWith(entry.Name, StringComparison.OrdinalIgnoreCase) && entry.IsOn(host));

    private static List<Entry> Read()
    {
        using var file = new StreamReader(typeof(TrackingParameters).Assembly.GetManifestResourceStream("tracking-parameters.txt")!, Encoding.UTF8);
        List<Entry> entries = [];
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is not [var what, { Length: > 0 } reason] || what.Split('@', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, .. { Length: <= 1 } host])
            {
                throw new InvalidDataException($"tracking-parameters.txt: '{line}' is not 'name = reason'.");
            }
            entries.Add(new(name.TrimEnd('*'), name.EndsWith('*'), host is [var only] ? only : null, reason));
        }
        return entries;
    }

    /// <param name="Host">Null where the name means the same on every site.</param>
    public sealed record Entry(string Name, bool IsBeginning, string? Host, string Reason)
    {
        public bool IsOn(string host) => Host is null || host == Host || host.EndsWith("." + Host, StringComparison.Ordinal);
    }
}
