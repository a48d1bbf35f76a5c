using System.Net;
using System.Net.Sockets;

namespace Archive.Web.Fetching;

/// <summary>
/// Resolves a host once, looks at every address that came of it, and connects to one of just those: no name is asked a second time, so that
/// it could answer something else. One address that is not public is enough to refuse the host.
/// </summary>
/// <param name="resolve">The addresses of a name.</param>
/// <param name="dial">Connects to an address that was looked at.</param>
internal sealed class CheckedConnection(
    Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, CancellationToken, Task<Stream>> dial)
{
    /// <summary>With the network of this machine.</summary>
    public static CheckedConnection OfThisMachine { get; } = new(Dns.GetHostAddressesAsync, DialAsync);

    /// <exception cref="FetchRefusedException">The host is not a public one.</exception>
    /// <exception cref="SocketException">It has no address, or none that answers.</exception>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
        if (Array.Exists(addresses, address => !PublicAddresses.Has(address)))
        {
            throw new FetchRefusedException("its name leads to an address that is not public");
        }
        SocketException last = new((int)SocketError.HostNotFound);
        foreach (var address in addresses)
        {
            try
            {
                return await dial(new(address, port), cancellation);
            }
            catch (SocketException e)
            {
                last = e;
            }
        }
        throw last;
    }

    private static async Task<Stream> DialAsync(IPEndPoint to, CancellationToken cancellation)
    {
        var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>What was asked for may not be; the message says why.</summary>
internal sealed class FetchRefusedException(string why) : Exception(why);
