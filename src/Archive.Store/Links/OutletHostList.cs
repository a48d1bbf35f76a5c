using System.Globalization;
using System.Text;
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

    /// <summary>The list of an archive; the one that comes with the program until an editor changed it for the first time.</summary>
    public static async Task<OutletHostList> ReadAsync(ArchiveContext archive, CancellationToken cancellation = default) =>
        await archive.OutletHosts.AsNoTracking().ToListAsync(cancellation) is { Count: > 0 } rows ? new(rows) : Shipped;

    /// <summary>Puts the list that comes with the program into an archive that has none, so that it can be changed; inside the running change.</summary>
    public static async Task FillAsync(ArchiveContext archive, CancellationToken cancellation = default)
    {
        if (!await archive.OutletHosts.AnyAsync(cancellation))
        {
            await archive.BulkInsertAsync(Shipped.Hosts, cancellation);
        }
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
