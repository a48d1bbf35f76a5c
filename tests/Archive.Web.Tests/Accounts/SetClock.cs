namespace Archive.Web.Tests.Accounts;

/// <summary>The time of day, as much later as a test says.</summary>
internal sealed class SetClock : TimeProvider
{
    private TimeSpan later;

    public void Advance(TimeSpan by) => later += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
}
