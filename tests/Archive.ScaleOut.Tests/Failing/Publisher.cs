using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Archive.Store;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>Somebody who imports one post after another, each until it is acknowledged, and keeps a ledger of what was.</summary>
internal sealed class Publisher : IAsyncDisposable
{
    private static readonly DateOnly FirstDay = new(1990, 1, 1);

    private readonly CancellationTokenSource stopping = new();

    private readonly ConcurrentQueue<DateOnly> acknowledged = new();

    private readonly Cluster cluster;

    private readonly Task publishing;

    public Publisher(Cluster cluster)
    {
        this.cluster = cluster;
        publishing = Task.Run(PublishAsync);
    }

    public int Acknowledged => acknowledged.Count;

    /// <summary>Why a post had to be imported again, the newest last.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    /// <summary>Waits until so many more were acknowledged.</summary>
    public async Task UntilMoreAsync(int posts, CancellationToken cancellation)
    {
        for (var before = Acknowledged; Acknowledged < before + posts;)
        {
            if (publishing.IsCompleted)
            {
                await publishing;
            }
            await Task.Delay(10, cancellation);
        }
    }

    /// <summary>Nothing that was acknowledged is lost, and nothing is there twice.</summary>
    public async Task AssertKeptAsync()
    {
        var ledger = acknowledged.ToList();
        var kept = await cluster.AskAsync<DateOnly>($"""SELECT "DateEnd" FROM "Posts" WHERE "DateEnd" < '{FirstDay.AddYears(25):yyyy-MM-dd}'""");
        Assert.Empty(ledger.Except(kept));
        Assert.Equal(kept.Distinct().Count(), kept.Count);
    }

    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await publishing;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await publishing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task PublishAsync()
    {
        for (var day = FirstDay; !stopping.IsCancellationRequested; day = day.AddDays(1))
        {
            var file = cluster.Folder[$"{day:yyyy-MM-dd}.txt"];
            var title = day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
            await File.WriteAllTextAsync(file, $"Uyghur News ({title})\n\nWhat was reported on {title}\n");
            while (!await TryAsync(file))
            {
                if (stopping.IsCancellationRequested)
                {
                    return;
                }
                await Task.Delay(50);
            }
            acknowledged.Enqueue(day);
            // Twenty a second at the most.
            await Task.Delay(40);
        }
    }

    private async Task<bool> TryAsync(string file)
    {
        try
        {
            var report = await cluster.Importer.RunAsync(new([file]));
            if (report.ExitCode != 0)
            {
                Refusals.Enqueue($"{report.Files[0].Outcome} {string.Join(' ', report.Files[0].Problems.Select(problem => problem.Message))}");
            }
            return report.ExitCode == 0;
        }
        catch (Exception e) when (e is DbException or StoreBusyException or TimeoutException || e.GetBaseException() is DbException)
        {
            Refusals.Enqueue(e.GetBaseException().Message);
            return false;
        }
    }
}
