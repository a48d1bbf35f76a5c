namespace Archive.Store;

/// <summary>One listed news title inside a digest.</summary>
public sealed class Headline
{
    public long Id { get; set; }

    /// <summary>Ten Crockford base32 characters; the address, for ever, on every machine.</summary>
    public required string PublicId { get; set; }

    public long PostId { get; set; }

    public Post? Post { get; set; }

    /// <summary>0 upwards within the digest.</summary>
    public int Position { get; set; }

    /// <summary>The printed wording (see docs/SEED-FORMAT.md for what is taken off).</summary>
    public required string Text { get; set; }

    /// <summary>Absolute http, https or mailto address; null where the link was lost in the source.</summary>
    public string? Url { get; set; }

    public long? OutletId { get; set; }

    public Outlet? Outlet { get; set; }

    /// <summary>The subhead inside the digest under which it stood.</summary>
    public string? Section { get; set; }
}
