using Archive.Store;

namespace Archive.Import.Publishing;

/// <summary>What publishing a post does, or did, to the archive.</summary>
public enum PublishOutcome
{
    /// <summary>A new post.</summary>
    Published,

    /// <summary>The post of that kind, title and period was there with less in it, and has this text now; its former state is kept.</summary>
    Replaced,

    /// <summary>That post is there, and says all this and perhaps more: it stays as it is.</summary>
    Covered,

    /// <summary>That post is there, and an editor changed it since it came in: it stays as it is, whatever more is said here.</summary>
    Corrected,

    /// <summary>This very text was published before.</summary>
    AlreadyThere,

    /// <summary>The post of that title and period was there with mostly this text, and was taken out; it does not come back by being sent again.</summary>
    Removed,
}

/// <param name="Address">Of the post that is new, or was there.</param>
/// <param name="Commit">Whether it is known to be kept.</param>
/// <param name="Standing">What it does and to what, as it stands now: the same words as long as nothing of that changes.</param>
public sealed record PublishedPost(PublishOutcome Outcome, string? Address, CommitOutcome Commit, string Standing);

/// <summary>What has to hold for a post to be published without anybody looking.</summary>
/// <param name="Standing">As in <see cref="PublishedPost.Standing"/>, when somebody looked.</param>
/// <param name="Claim">Asked inside the change, and part of it; false: not any more.</param>
public sealed record PublishTerms(string Standing, Func<ArchiveContext, CancellationToken, Task<bool>> Claim);
