using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Archive.ScaleOut.Tests.Deploy;

/// <summary>A web server that answers what a test wants, to see what nginx asks it.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly WebApplication app;

    private Node(WebApplication app, int port) => (this.app, Port) = (app, port);

    public int Port { get; }

    /// <summary>Every request so far: its method and its headers.</summary>
    public ConcurrentQueue<(string Method, IReadOnlyDictionary<string, string> Headers)> Asked { get; } = new();

    /// <summary>What it answers from now on.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    public static async Task<Node> StartAsync()
    {
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var node = new Node(builder.Build(), port);
        node.app.Run(async context =>
        {
            node.Asked.Enqueue((context.Request.Method, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            context.Response.StatusCode = node.Status;
            context.Response.Headers.CacheControl = "public, max-age=60";
            await context.Response.WriteAsync($"answered by {port}");
        });
        await node.app.StartAsync();
        return node;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
