using Archive.Store;
using Archive.Web.Hosting;
using Archive.Web.Hosting.Watching;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>Looks every two seconds whether a draft's time has come, and now and then whether old ones can go.</summary>
internal sealed partial class PublishingOnTime(DuePublisher publisher, Drafter drafter, IServiceProvider services, StoreWatch watch, StoreFaults faults, TimeProvider clock, ILogger<PublishingOnTime> log)
    : BackgroundWork
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        if (services.IsReadOnly())
        {
            return;
        }
        var swept = clock.GetUtcNow();
        while (true)
        {
            await Task.Delay(Between, clock, stopping);
            if (!watch.State.CanServe)
            {
                continue;
            }
            try
            {
                await publisher.PublishDueAsync(stopping);
                if (clock.GetUtcNow() - swept > BetweenSweeps)
                {
                    swept = clock.GetUtcNow();
                    await drafter.Shelf.SweepAsync(stopping);
                }
            }
#pragma warning disable CA1031 // Whatever it is, the next look may find it gone.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                if (!faults.CannotBeUsed(e) && e is not StoreBusyException)
                {
                    NotPublished(e.GetType().Name, e.StackTrace);
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was due could not be published: {Kind}\n{Where}")]
    private partial void NotPublished(string kind, string? where);
}
