using Archive.Store;
using Archive.Store.Naming;
using Archive.Web.Hosting.Watching;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Hosting;

/// <summary>Carries a new name through the archive where that is more than the editor's own request did: some days at a time, on whichever node comes first.</summary>
internal static partial class Refiling
{
    public static void AddRefiling(this WebApplicationBuilder builder) => builder.Services.AddHostedService<Worker>();

    private sealed partial class Worker(IDbContextFactory<ArchiveContext> store, IServiceProvider services, StoreWatch watch, TimeProvider clock, ILogger<Worker> log) : BackgroundWork
    {
        private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

        protected override async Task WorkAsync(CancellationToken stopping)
        {
            for (var work = new RefilingWork(store); !services.IsReadOnly(); await Task.Delay(BetweenLooks, clock, stopping))
            {
                try
                {
                    while (watch.State.CanServe && await work.RunOnceAsync(stopping))
                    {
                        // Others write in between.
                        await Task.Yield();
                    }
                }
#pragma warning disable CA1031 // A store that is away for a while must not end the work for good.
                catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    Failed(log, StoreFaults.Said(e));
                }
            }
        }

        [LoggerMessage(Level = LogLevel.Warning, Message = "A new name could not be carried through the archive yet: {Reason}")]
        private static partial void Failed(ILogger log, string reason);
    }
}
