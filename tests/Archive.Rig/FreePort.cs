using System.Net;
using System.Net.Sockets;

namespace Archive.Rig;

/// <summary>Ports for servers that are stopped and started again on the same one.</summary>
internal static class FreePort
{
    /// <summary>A port that nobody listens on, below those that the system hands to clients: none takes it while its server is down.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(15_000, 32_000);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken; another.
            }
        }
    }
}
