using System.Diagnostics;
using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Hosting.Watching;

/// <summary>
/// Knows whether readers can be served. A page whose question failed says so here; then the store is asked, and where it is silent it is
/// asked again every second, by nobody but this, until it answers. Meanwhile no page waits for it in vain.
/// </summary>
internal sealed partial class StoreWatch : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    // A server that restarts, recovers or hands over refuses for a moment, and readers' questions are asked again as long (about five
    // seconds): they come through. Called silent, it would cost every reader a page.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // On a busy machine a server that recovers may leave one question without an answer; two in a row are silence.
    private const int Unanswered = 2;

    private static readonly TimeSpan WithinGrace = TimeSpan.FromMilliseconds(100);

    private readonly ILogger<StoreWatch> log;
    private readonly Probe<StoreState> store;
    private readonly Lock one = new();
    private readonly CancellationTokenSource stopping = new();
    private CancellationTokenSource? silence;
    private Task? asking;

    public StoreWatch(IServiceScopeFactory scopes, ILogger<StoreWatch> log)
    {
        this.log = log;
        store = new(
            async cancellation =>
            {
                await using var scope = scopes.CreateAsyncScope();
                var archive = scope.ServiceProvider.GetRequiredService<ArchiveContext>();
                var pending = await archive.PendingMigrationsAsync(cancellation);
                return StoreState.Lacking(pending, isNew: pending.Count == archive.Database.GetMigrations().Count());
            },
            StoreState.Silent);
    }

    /// <summary>As last heard.</summary>
    public StoreState State { get; private set; } = StoreState.Serving;

    /// <summary>Ends the questions that are under way when the store is found to be silent.</summary>
    public CancellationToken Silence
    {
        get
        {
            lock (one)
            {
                return (silence ??= new()).Token;
            }
        }
    }

    /// <summary>Asks the store, and waits two seconds for an answer unless told otherwise; by whoever tells otherwise, also a refusal or silence is believed at once.</summary>
    public async Task<StoreState> AskAsync(TimeSpan? patience = null)
    {
        var state = await store.AskAsync(patience);
        if (state.IsCertain || patience is not null)
        {
            Heard(state);
        }
        if (!state.CanServe)
        {
            Doubt();
        }
        return state;
    }

    /// <summary>A question failed, or is slow: find out whether it is the store, and when it is back.</summary>
    public void Doubt()
    {
        lock (one)
        {
            if (asking is null or { IsCompleted: true } && !stopping.IsCancellationRequested)
            {
                asking = Task.Run(AskUntilItServesAsync);
            }
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
        silence?.Dispose();
    }

    private async Task AskUntilItServesAsync()
    {
        var doubted = Stopwatch.StartNew();
        var unanswered = 0;
        while (!stopping.IsCancellationRequested)
        {
            var state = await store.AskAsync();
            unanswered = state.IsCertain || state.IsRefused ? 0 : unanswered + 1;
            if (state.IsCertain || unanswered == Unanswered || doubted.Elapsed > Grace)
            {
                Heard(state);
            }
            if (state.CanServe)
            {
                return;
            }
            await Task.Delay(State.CanServe ? WithinGrace : BetweenTries, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Heard(StoreState state)
    {
        CancellationTokenSource? ended = null;
        lock (one)
        {
            if (state.Missing == State.Missing)
            {
                return;
            }
            State = state;
            if (!state.CanServe)
            {
                (ended, silence) = (silence, null);
            }
        }
        // Not disposed: requests that are ending hold its token.
        ended?.Cancel();
        if (state.Missing is { } missing)
        {
            CannotServe(missing, state.Reason is { } reason ? $" ({Printable.Text(reason)})" : "");
        }
        else
        {
            CanServe();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Readers cannot be served from the store: {Missing}{Reason}")]
    private partial void CannotServe(string missing, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store answers, and readers are served from it")]
    private partial void CanServe();
}
