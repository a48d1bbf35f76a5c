namespace Archive.Store;

/// <summary>An edition as one node knows it.</summary>
/// <param name="Hearing">Goes up whenever the node was out of hearing: what it knew before then is not to be trusted any more.</param>
/// <param name="Number">The number in the row (<see cref="Edition"/>).</param>
public readonly record struct EditionMark(int Hearing, long Number);

/// <summary>Tells a node which edition of the archive is the newest, so that it need not make a page again that has not changed.</summary>
public abstract class EditionFeed : IAsyncDisposable
{
    /// <summary>
    /// Goes up with every break in what is heard: a server that took over may have lost a commit that this node had read, and gives its
    /// number, and the numbers of its rows, to another one.
    /// </summary>
    public abstract int Hearing { get; }

    /// <summary>The newest edition that the node can have heard of by now. Asked before every answer, so it costs next to nothing.</summary>
    /// <exception cref="System.Data.Common.DbException">The store had to be asked and did not answer.</exception>
    public abstract ValueTask<EditionMark> NewestAsync(CancellationToken cancellation = default);

    public abstract ValueTask DisposeAsync();
}
