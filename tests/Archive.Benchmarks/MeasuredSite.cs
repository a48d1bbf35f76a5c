using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Archive.Rig;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Benchmarks;

/// <summary>The whole site on a store, in this process, keeping no page: each request asks the database.</summary>
internal sealed class MeasuredSite(MeasuredStore store) : WebApplicationFactory<SiteOptions>
{
    private readonly Counter counter = new();

    public HttpClient Start()
    {
        // The count goes with the request into the server, so that what the site asks by itself meanwhile is not in it.
        Server.PreserveExecutionContext = true;
        return CreateClient(new() { AllowAutoRedirect = false });
    }

    /// <summary>Asks for a page and reads it whole.</summary>
    public async Task<(double Milliseconds, int Commands)> AskAsync(HttpClient client, string address)
    {
        var commands = counter.Begin();
        var start = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(address);
        var page = await response.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return response.IsSuccessStatusCode && page.Length > 0 && commands.Value > 0 ? (took, commands.Value)
            : throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}: a figure for no page would be a lie.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Path.Combine(Repository.Root, "src", "Archive.Web"));
        foreach (var (key, value) in store.Settings)
        {
            builder.UseSetting(key, value);
        }
        builder.UseSetting("Site:PageCacheMegabytes", "0");
        builder.UseSetting("Serilog:MinimumLevel", "Error");
        builder.ConfigureServices(services => services.AddSingleton<IInterceptor>(counter));
    }

    private sealed class Counter : DbCommandInterceptor
    {
        private readonly AsyncLocal<StrongBox<int>?> commands = new();

        public StrongBox<int> Begin() => commands.Value = new();

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (commands.Value is { } count)
            {
                count.Value++;
            }
            return new(result);
        }
    }
}
