using Archive.Store.Removal;
using Archive.Web.Hosting.Watching;

namespace Archive.Web.Hosting;

/// <summary>Destroys the text of what was removed thirty days ago: soon after each start, and every few hours.</summary>
internal static partial class TextDestruction
{
    public static void AddDestruction(this WebApplicationBuilder builder) => builder.Services.AddHostedService<Worker>();

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed thirty days ago, and destroyed now: the text of {Count} posts")]
    private static partial void Destroyed(ILogger log, int count);

    private sealed class Worker(Destruction destruction, IServiceProvider services, StoreWatch watch, TimeProvider clock, ILogger<Worker> log) : BackgroundWork
    {
        private static readonly TimeSpan Between = TimeSpan.FromHours(6);

        private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

        protected override async Task WorkAsync(CancellationToken stopping)
        {
            while (!services.IsReadOnly())
            {
                await Task.Delay(await TryAsync(stopping) ? Between : BetweenTries, clock, stopping);
            }
        }

        private async Task<bool> TryAsync(CancellationToken cancellation)
        {
            if (!watch.State.CanServe)
            {
                return false;
            }
            try
            {
                if (await destruction.RunAsync(cancellation) is var count and > 0)
                {
                    Destroyed(log, count);
                }
                return true;
            }
#pragma warning disable CA1031 // Whatever is wrong, somebody else is told of it, and a minute later it is tried again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                return false;
            }
        }
    }
}
