using Archive.Store;
using Archive.Web.Hosting;
using Archive.Web.Hosting.Watching;
using Archive.Web.Settings;
using Microsoft.Extensions.Options;

namespace Archive.Web.Fetching.Checking;

/// <summary>Checks links in the background, on whichever node takes the work first.</summary>
internal sealed partial class LinkCheckService(LinkChecker checker, IServiceProvider services, StoreWatch watch, IOptions<FetchingOptions> fetching, TimeProvider clock, ILogger<LinkCheckService> log)
    : BackgroundWork
{
    private const int AtOnce = 500;

    private static readonly TimeSpan BetweenRuns = TimeSpan.FromMinutes(15);

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        if (!fetching.Value.LinkChecks || services.IsReadOnly())
        {
            return;
        }
        for (; ; await Task.Delay(BetweenRuns, clock, stopping))
        {
            try
            {
                if (watch.State.CanServe && await checker.RunAsync(AtOnce, progress: null, stopping) is { Checked: > 0 } report)
                {
                    Checked(log, report.Checked, report.Answered, report.Gone, report.CannotSay, report.Died, report.CameBack);
                }
            }
#pragma warning disable CA1031 // A store that is away for a while must not end the work for good; the next run says so again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failed(log, StoreFaults.Said(e));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Links checked: {Links}; {Answered} answer, {Gone} gone, {CannotSay} cannot say; {Died} dead now, {CameBack} back")]
    private static partial void Checked(ILogger log, int links, int answered, int gone, int cannotSay, int died, int cameBack);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Links could not be checked: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
