using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Archive.Web.Tests.Fetching;

/// <summary>A listener on this machine that counts who comes, and answers each by hand.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> answer;
    private readonly Task listening;
    private int hits;

    /// <param name="answer">Given the first line of a request, writes what is answered.</param>
    public Listener(Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        listening = ListenAsync();
    }

    /// <summary>Says of everything that it is there.</summary>
    public static Listener Canary() => new((_, stream, _) => SayAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhere"));

    public IPEndPoint At => (IPEndPoint)listener.LocalEndpoint;

    public int Hits => hits;

    /// <summary>First lines of the requests and their fields, in order.</summary>
    public List<string> Asked { get; } = [];

    public static async Task SayAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await listening;
        closing.Dispose();
    }

    private async Task ListenAsync()
    {
        List<Task> answering = [];
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                Interlocked.Increment(ref hits);
                answering.Add(AnswerAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answering);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                var head = new StringBuilder();
                while (await reader.ReadLineAsync(closing.Token) is { Length: > 0 } line)
                {
                    head.AppendLine(line);
                }
                lock (Asked)
                {
                    Asked.Add(head.ToString());
                }
                await answer(head.ToString().Split('\r', '\n')[0], stream, closing.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // Whoever asked has gone.
            }
        }
    }
}
