namespace Archive.Web.Tests.Fetching;

/// <summary>A clock for which nobody has to wait: whoever wants to, finds that the time has passed.</summary>
internal sealed class EagerClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock one = new();
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (one)
        {
            return now;
        }
    }

    public void MoveOn(TimeSpan by)
    {
        lock (one)
        {
            now += by;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            MoveOn(dueTime);
        }
        return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, Timeout.InfiniteTimeSpan);
    }
}
