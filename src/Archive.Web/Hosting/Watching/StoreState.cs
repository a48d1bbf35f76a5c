using Archive.Store;

namespace Archive.Web.Hosting.Watching;

/// <summary>Whether readers can be served from the store, and if not, why.</summary>
/// <param name="Missing">What is missing, in a line that anybody may read: it names no server, no user and no password.</param>
/// <param name="Pending">Where migrations are: how many, in words.</param>
/// <param name="Reason">What the database said, for the log. (A password is in none of its messages.)</param>
/// <param name="IsRefused">True where something was said, if only that nobody is there: the server may be starting again. False where nothing was.</param>
internal sealed record StoreState(string? Missing, string? Reason = null, string? Pending = null, bool IsRefused = false)
{
    public static StoreState Serving { get; } = new((string?)null);

    public static StoreState Silent(Exception? why) => why is null or OperationCanceledException
        ? new("store: does not answer", "no answer in time")
        : new("store: does not answer", StoreFaults.Said(why), IsRefused: true);

    public bool CanServe => Missing is null;

    /// <summary>The store itself said so.</summary>
    public bool IsCertain => CanServe || Pending is not null;

    /// <param name="pending">The migrations that the store lacks.</param>
    /// <param name="isNew">True where it lacks all of them.</param>
    public static StoreState Lacking(IReadOnlyList<string> pending, bool isNew) => pending switch
    {
        [] => Serving,
        _ when isNew => new("store: is empty or not there; run archive migrate", Pending: "is empty or not there"),
        _ => new($"migrations: {Listed(pending)}; run archive migrate", Pending: $"lacks migrations, {Listed(pending)}"),
    };

    private static string Listed(IReadOnlyList<string> pending) => $"{pending.Count} pending ({string.Join(", ", pending)})";
}

/// <summary>Known to be silent: said at once, instead of asking a store that cannot answer.</summary>
internal sealed class StoreSilentException() : Exception("The store does not answer.");
