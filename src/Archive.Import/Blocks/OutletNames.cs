using System.Text;

namespace Archive.Import.Blocks;

/// <summary>Publications known by name, from outlets.txt and from elsewhere on the page. A name is matched as printed, not folded: "The Hill" is no hill.</summary>
internal sealed class OutletNames
{
    private static readonly HashSet<string> Listed = ReadList();

    private readonly HashSet<string> _onPage = new(StringComparer.Ordinal);

    public void Add(string name) => _onPage.Add(name);

    public bool Knows(string name) => Listed.Contains(name) || _onPage.Contains(name);

    private static HashSet<string> ReadList()
    {
        using var reader = new StreamReader(typeof(OutletNames).Assembly.GetManifestResourceStream("outlets.txt")!, Encoding.UTF8);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                names.UnionWith(line.Split(['=', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }
        return names;
    }
}
