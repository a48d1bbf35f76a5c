namespace Archive.Store.Removal;

/// <summary>Why a post is not among the posts.</summary>
public enum RemovedState
{
    /// <summary>In the trash: any editor can put it back.</summary>
    Trashed,

    /// <summary>Withdrawn with a reason that readers see; an administrator can put it back.</summary>
    Withdrawn,

    /// <summary>Found to be a copy of another post, to which its address leads.</summary>
    Merged,
}

/// <summary>
/// A post that was taken out: as long as it is here it is not in the tables that readers' pages ask, so none of them has to leave it out
/// (decision 0018). Its row and address are never given to another.
/// </summary>
public sealed class RemovedPost
{
    /// <summary>For so long it can be put back; then its text is destroyed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The <see cref="Post.Id"/> that it had, and has again when it is put back.</summary>
    public long Id { get; set; }

    public DateOnly SortDay { get; set; }

    public required string Slug { get; set; }

    /// <summary>Its place among the posts of that day and slug, which nobody takes meanwhile.</summary>
    public int Ordinal { get; set; }

    public required string SourceKey { get; set; }

    public required string TitleKey { get; set; }

    public required string ContentHash { get; set; }

    public required string PrintedHash { get; set; }

    public bool IsSample { get; set; }

    public RemovedState State { get; set; }

    /// <summary>The post that it is a copy of, where it was <see cref="RemovedState.Merged"/>.</summary>
    public long? MergedInto { get; set; }

    /// <summary>UTC.</summary>
    public DateTime RemovedAt { get; set; }

    /// <summary>As readers see it; null for what is only in the trash.</summary>
    public string? Reason { get; set; }

    /// <summary>It went because its import was undone: importing the same again brings it, as if it had never been there.</summary>
    public bool ImportBringsBack { get; set; }

    /// <summary>
    /// The highest <see cref="History.Revision.Id"/> among what is kept of its history; 0 where there is none. Of a post that was merged: of
    /// the revision that keeps what the other said before.
    /// </summary>
    public long LastRevision { get; set; }

    public DateOnly? DateEnd => SortDay == DateOnly.MinValue ? null : SortDay;

    public string Address => Permalink.Post(DateEnd, Slug, Ordinal);

    public List<RemovedHeadline> Headlines { get; } = [];

    public List<RemovedCopy> Copies { get; } = [];
}

/// <summary>The address of a headline that went with its post; more than once where it had come to that from another.</summary>
public sealed class RemovedHeadline
{
    public required string PublicId { get; set; }

    public long PostId { get; set; }

    /// <summary>The <see cref="Headline.Id"/> that it had, and has again when it is put back.</summary>
    public long HeadlineId { get; set; }

    /// <summary>Public id of another headline of its story, which its story's address leads to; null where there was none.</summary>
    public string? StoryMate { get; set; }

    /// <summary>Public id of the same headline in the post that its own was merged into.</summary>
    public string? MovedTo { get; set; }
}

/// <summary>What nobody is shown of a removed post.</summary>
public sealed class RemovedContent
{
    public long PostId { get; set; }

    /// <summary>Who removed it, as in <see cref="History.Auditing.AuditEntry.Actor"/>.</summary>
    public required string Actor { get; set; }

    /// <summary>Why, in their own words, where that is not said to readers.</summary>
    public string? Remark { get; set; }

    /// <summary>Null once it was destroyed.</summary>
    public string? Title { get; set; }

    /// <summary>Every row that hung on the post, as JSON (<see cref="HangingRows"/>); null once it was destroyed.</summary>
    public string? Rows { get; set; }
}
