using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.Store.Postgres;

/// <summary>
/// Listens to the primary on a connection that is kept: every commit tells its number. While nobody can be heard (the primary is down, or
/// out of reach for this node) the row is read instead, wherever pages are read from, once a second.
/// </summary>
internal sealed class PostgresEditionFeed : EditionFeed
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource primary;
    private readonly IServiceScopeFactory scopes;
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim reading = new(1);
    private readonly Lock one = new();
    private Task? listening;
    private bool isHeard;
    private bool wasLost;
    private EditionMark newest;
    private long readAt = long.MinValue / 2;

    /// <param name="writing">The way to the primary.</param>
    /// <param name="scopes">Of contexts to read with.</param>
    public PostgresEditionFeed(string writing, IServiceScopeFactory scopes)
    {
        this.scopes = scopes;
        // A silent line is tried every two seconds, so that one that is cut is not taken for peace.
        var line = new NpgsqlConnectionStringBuilder(writing) { KeepAlive = 2, MaxPoolSize = 1, MinPoolSize = 0 };
        primary = PostgresConnections.DataSource(line.ToString());
    }

    // The first time, after no loss, is no break.
    public override int Hearing
    {
        get
        {
            lock (one)
            {
                return Math.Max(newest.Hearing, 1);
            }
        }
    }

    public override async ValueTask<EditionMark> NewestAsync(CancellationToken cancellation = default)
    {
        lock (one)
        {
            listening ??= Task.Run(ListenAsync, CancellationToken.None);
            if (isHeard)
            {
                return newest;
            }
        }
        await reading.WaitAsync(cancellation);
        try
        {
            if (Environment.TickCount64 - Interlocked.Read(ref readAt) >= BetweenReadings.TotalMilliseconds)
            {
                await using var scope = scopes.CreateAsyncScope();
                var number = await scope.ServiceProvider.GetRequiredService<ArchiveContext>().Editions.Select(edition => edition.Number).SingleAsync(cancellation);
                Interlocked.Exchange(ref readAt, Environment.TickCount64);
                lock (one)
                {
                    // Heard in the meantime, from the primary itself: that is better.
                    newest = isHeard ? newest : newest with { Number = number };
                }
            }
            lock (one)
            {
                return newest;
            }
        }
        finally
        {
            reading.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (listening is { } task)
        {
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await primary.DisposeAsync();
        stopping.Dispose();
        reading.Dispose();
    }

    private async Task ListenAsync()
    {
        var pause = ShortestPause;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await primary.OpenConnectionAsync(stopping.Token);
                long told = 0;
                connection.Notification += (_, notice) => told = Heard(notice.Payload) ?? told;
                await ExecuteAsync(connection, $"LISTEN {PostgresArchiveContext.EditionChannel}");
                // Read after listening has begun: what is committed from here on is told.
                var number = await ExecuteAsync(connection, """SELECT "Number" FROM "Editions" """);
                lock (one)
                {
                    // Whatever was known: another server may be the primary now. A number may have been told after the row was read.
                    newest = new(Math.Max(newest.Hearing, wasLost ? 1 : 0) + 1, Math.Max((long)number!, told));
                    (isHeard, wasLost) = (true, false);
                }
                pause = ShortestPause;
                while (true)
                {
                    await connection.WaitAsync(stopping.Token);
                }
            }
#pragma warning disable CA1031 // Whatever it was, the line is lost: the row is read until there is another.
            catch (Exception)
#pragma warning restore CA1031
            {
                lock (one)
                {
                    (isHeard, wasLost) = (false, true);
                }
            }
            await Task.Delay(pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private long? Heard(string payload)
    {
        if (!long.TryParse(payload, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }
        lock (one)
        {
            newest = isHeard ? newest with { Number = number } : newest;
        }
        return number;
    }

    private async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 5 };
        return await command.ExecuteScalarAsync(stopping.Token);
    }
}
