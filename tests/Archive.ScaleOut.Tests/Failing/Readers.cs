using System.Collections.Concurrent;
using System.Diagnostics;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>People who read the archive's pages one after another while a test does damage; what each was answered.</summary>
internal sealed class Readers : IAsyncDisposable
{
    private static readonly string[] Pages = ["/", "/2021/02", "/2021/02/05/uyghur-news", "/outlets"];

    // Four readers that ask without a pause would keep a small machine from everything else.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static int asked;

    private readonly CancellationTokenSource stopping = new();

    private readonly ConcurrentQueue<Answer> answers = new();

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    private readonly Task[] reading;

    public Readers(IReadOnlyList<Uri> nodes, int count) =>
        reading = [.. Enumerable.Range(0, count).Select(reader => Task.Run(() => ReadAsync(reader, nodes[reader % nodes.Count])))];

    /// <param name="Fault">Null where the page came.</param>
    internal sealed record Answer(int Reader, long Began, TimeSpan Took, string? Fault);

    public int Count => answers.Count;

    /// <summary>What was lost, reader by reader, since a moment.</summary>
    public IReadOnlyList<Answer> LostSince(long moment) => [.. answers.Where(answer => answer.Fault is not null && answer.Began + Ticks(answer.Took) >= moment)];

    public IReadOnlyList<Answer> Lost => LostSince(0);

    /// <summary>The longest that any reader was without a page.</summary>
    public TimeSpan LongestGap => answers.Where(answer => answer.Fault is null).GroupBy(answer => answer.Reader)
        .Max(reader => reader.Select(answer => answer.Began + Ticks(answer.Took)).Order().ToList() is var ends
            ? ends.Zip(ends.Skip(1), (one, next) => TimeSpan.FromTicks((next - one) * TimeSpan.TicksPerSecond / Stopwatch.Frequency)).DefaultIfEmpty().Max() : default);

    /// <summary>Waits until every reader has had a page that was asked for after this moment.</summary>
    public async Task UntilAllReadAsync(CancellationToken cancellation)
    {
        var moment = Stopwatch.GetTimestamp();
        while (answers.Where(answer => answer.Began >= moment && answer.Fault is null).Select(answer => answer.Reader).Distinct().Count() < reading.Length)
        {
            await Task.Delay(20, cancellation);
        }
    }

    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(reading);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        client.Dispose();
        stopping.Dispose();
    }

    private static long Ticks(TimeSpan took) => (long)(took.TotalSeconds * Stopwatch.Frequency);

    private async Task ReadAsync(int reader, Uri node)
    {
        for (var i = reader; !stopping.IsCancellationRequested; i++)
        {
            // Every other page is one that no node can have kept, because nobody asked for it before.
            var page = i % 2 == 0 ? Pages[i / 2 % Pages.Length] : $"/?before=2021-02-05~a{Interlocked.Increment(ref asked)}~1";
            var began = Stopwatch.GetTimestamp();
            string? fault;
            try
            {
                using var answer = await client.GetAsync(new Uri(node, page));
                fault = answer.IsSuccessStatusCode ? null : $"{page} {(int)answer.StatusCode}";
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                fault = $"{page} {e.GetType().Name}";
            }
            answers.Enqueue(new(reader, began, Stopwatch.GetElapsedTime(began), fault));
            await Task.Delay(Pause);
        }
    }
}
