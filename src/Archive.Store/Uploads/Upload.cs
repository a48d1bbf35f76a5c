namespace Archive.Store.Uploads;

/// <summary>Files that an editor sent to be imported, kept until they are: whoever looks at what would become of them may be answered by another node.</summary>
public sealed class Upload
{
    public long Id { get; set; }

    /// <summary>Its address: random, and no secret.</summary>
    public required string Token { get; set; }

    public long AccountId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SentAt { get; set; }

    public List<UploadedFile> Files { get; } = [];
}

/// <summary>One of them, byte for byte.</summary>
public sealed class UploadedFile
{
    public long Id { get; set; }

    public long UploadId { get; set; }

    /// <summary>0 upwards, in the order in which they were sent.</summary>
    public int Position { get; set; }

    /// <summary>As its sender calls it, without a path.</summary>
    public required string Name { get; set; }

    public required byte[] Content { get; set; }
}
