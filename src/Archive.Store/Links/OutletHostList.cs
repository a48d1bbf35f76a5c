using System.Globalization;
using System.Text;
using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Links;

/// <summary>Which outlet a link's host belongs to: the longest host of the list that it is, or stands below.</summary>
public sealed class OutletHostList(IEnumerable<OutletHost> hosts)
{
    private static readonly IdnMapping Idn = new();

    private readonly Dictionary<string, string> names = hosts.ToDictionary(row => row.Host, row => row.OutletName, StringComparer.Ordinal);

    /// <summary>What comes with the program, from <c>outlet-hosts.txt</c>.</summary>
    public static OutletHostList Shipped { get; } = new(ShippedRows());

    public int Count => names.Count;

    /// <summary>Every host in the order of the alphabet, for showing and editing.</summary>
    public IEnumerable<OutletHost> Hosts => names.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new OutletHost { Host = pair.Key, OutletName = pair.Value });

    /// <summary>The list of an archive: the one that comes with the program, and over it, host by host, what editors said.</summary>
    public static async Task<OutletHostList> ReadAsync(ArchiveContext archive, CancellationToken cancellation = default)
    {
        var edited = await archive.OutletHosts.AsNoTracking().ToListAsync(cancellation);
        return edited.Count == 0 ? Shipped : new(Shipped.Hosts.ExceptBy(edited.Select(row => row.Host), row => row.Host, StringComparer.Ordinal).Concat(edited.Where(row => row.OutletName.Length > 0)));
    }

    /// <summary>The hosts of an outlet, in order: those of its name, and of names whose address leads to it.</summary>
    /// <param name="slug">The outlet's.</param>
    internal async Task<IReadOnlyList<string>> OfAsync(ArchiveContext archive, string slug, CancellationToken cancellation)
    {
        HashSet<string> slugs = new(await archive.SlugMoves.Where(move => move.Kind == NamedKind.Outlet && move.Slug == slug).Select(move => move.OldSlug).ToListAsync(cancellation), StringComparer.Ordinal) { slug };
        return [.. names.Where(pair => slugs.Contains(Slug.Of(pair.Value))).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>Says whose some hosts are from now on, inside the running change.</summary>
    /// <param name="before">Hosts that were the outlet's; those that are not among the later ones are nobody's.</param>
    internal static async Task SetAsync(ArchiveContext archive, IReadOnlyList<string> before, IReadOnlyList<string> after, string name, CancellationToken cancellation)
    {
        var all = before.Union(after, StringComparer.Ordinal).ToList();
        await archive.OutletHosts.Where(row => all.Contains(row.Host)).ExecuteDeleteAsync(cancellation);
        await archive.BulkInsertAsync(all.Select(host => new OutletHost { Host = host, OutletName = after.Contains(host, StringComparer.Ordinal) ? name : "" }), cancellation);
    }

    /// <summary>The name of the outlet that a link's host is proposed to be; null where nobody knows.</summary>
    /// <param name="host">As <see cref="LinkAddress.Host"/> gives it.</param>
    public string? Propose(string? host)
    {
        // "chinese.rfa.org", then "rfa.org"; never "org".
        for (var rest = host; rest is not null && rest.Contains('.'); rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (names.TryGetValue(rest, out var name))
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>A host as it stands in the list, from what an editor typed: "https://www.RFA.org/uyghur" is "rfa.org"; null for what is no host.</summary>
    public static string? HostOf(string typed)
    {
        var text = typed.Trim();
        if (LinkAddress.Read(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text) is not { Host: { } host })
        {
            return null;
        }
        return host.StartsWith("www.", StringComparison.Ordinal) && host.AsSpan(4).Contains('.') ? host[4..] : host;
    }

    private static List<OutletHost> ShippedRows()
    {
        using var file = new StreamReader(typeof(OutletHostList).Assembly.GetManifestResourceStream("outlet-hosts.txt")!, Encoding.UTF8);
        List<OutletHost> rows = [];
        while (file.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.AddRange(line.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } hosts]
                    ? hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(host => new OutletHost { Host = Idn.GetAscii(host), OutletName = name })
                    : throw new InvalidDataException($"outlet-hosts.txt: '{line}' is not 'Name = host host'."));
            }
        }
        return rows;
    }
}
