namespace Archive.Web.Hosting.Watching;

/// <summary>
/// A question to something that may be slow to say that it is not there. However many ask, it is put once at a time; and everybody has an
/// answer within the limit.
/// </summary>
/// <param name="question">Given up, by its token, at the limit; what it throws means silence.</param>
/// <param name="silence">The answer where there is none, made from the reason where one is known.</param>
internal sealed class Probe<TAnswer>(Func<CancellationToken, Task<TAnswer>> question, Func<Exception?, TAnswer> silence)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Lock one = new();

    private Task<TAnswer>? asked;

    /// <param name="patience">Otherwise than <see cref="Limit"/>.</param>
    public async Task<TAnswer> AskAsync(TimeSpan? patience = null)
    {
        Task<TAnswer> running;
        lock (one)
        {
            // On a thread of its own: SQLite's answers come on the thread that asks.
            running = asked is { IsCompleted: false } ? asked : asked = Task.Run(() => PutAsync(patience ?? Limit));
        }
        try
        {
            return await running.WaitAsync(patience ?? Limit);
        }
        catch (TimeoutException)
        {
            return silence(null);
        }
    }

    private async Task<TAnswer> PutAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            return await question(limit.Token);
        }
#pragma warning disable CA1031 // Whatever is wrong, it did not answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return silence(e);
        }
    }
}
