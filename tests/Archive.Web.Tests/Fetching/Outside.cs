using System.Net;
using System.Net.Sockets;
using Archive.Web.Fetching;
using Archive.Web.Settings;
using Microsoft.Extensions.Options;

namespace Archive.Web.Tests.Fetching;

/// <summary>
/// An internet of two machines: a site at a public address, and the canary at every other address there is. What the fetcher may connect to
/// is judged by its own rules; only the wire behind them leads to this machine.
/// </summary>
internal sealed class Outside : IAsyncDisposable
{
    public static readonly IPAddress SiteAddress = IPAddress.Parse("93.184.216.34");

    private readonly Listener site;

    public Outside(Func<string, NetworkStream, CancellationToken, Task> answer) => site = new(answer);

    public Listener Canary { get; } = Listener.Canary();

    public Listener Site => site;

    /// <summary>What names lead to, each answer for one question; a name that is not here is the site.</summary>
    public Dictionary<string, Queue<IPAddress[]>> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that were asked for.</summary>
    public List<string> Resolved { get; } = [];

    public StoppedClock Clock { get; } = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public CheckedConnection Connection => new(ResolveAsync, DialAsync);

    public GuardedFetcher Fetcher(bool isOn = true) =>
        new(Connection, Options.Create(new FetchingOptions { LinkChecks = isOn }), Options.Create(new SiteOptions { BaseAddress = "https://archive.example" }), Clock);

    /// <summary>Connects without a look at the address.</summary>
    public async Task<Stream> DialAsync(IPEndPoint to, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(to.Address.Equals(SiteAddress) ? site.At : Canary.At, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellation)
    {
        lock (Resolved)
        {
            Resolved.Add(name);
        }
        return Task.FromResult(Names.TryGetValue(name, out var answers) ? answers.Count > 1 ? answers.Dequeue() : answers.Peek() : [SiteAddress]);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await Canary.DisposeAsync();
    }
}
