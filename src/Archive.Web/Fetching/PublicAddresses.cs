using System.Net;
using System.Net.Sockets;

namespace Archive.Web.Fetching;

/// <summary>Which addresses belong to the public internet: everything that is not named here as something else, by the registries of IANA.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            // This network, private, shared by a provider, loopback, link-local (cloud metadata too).
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
            // Protocols, documentation, relays, AS112, AMT, benchmarks, metadata of one cloud, multicast, reserved and broadcast.
            "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "168.63.129.16/32", "224.0.0.0/4", "240.0.0.0/4",
            // Within the part of IPv6 that is public: Teredo and other protocols, benchmarks, ORCHID, documentation, 6to4.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // Outside it are loopback, mapped and translated IPv4 (::ffff:, 64:ff9b::), unique-local, link-local, multicast and what nobody has been given.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Has(IPAddress address) =>
        address.AddressFamily switch
        {
            AddressFamily.InterNetwork => true,
            AddressFamily.InterNetworkV6 => address.ScopeId == 0 && GlobalUnicast.Contains(address),
            _ => false,
        }
        && !Array.Exists(NotPublic, network => network.Contains(address));
}
