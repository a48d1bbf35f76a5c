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

    /// <summary>Absolute http, https or mailto address, without parameters that only track; null where the link was lost in the source.</summary>
    public string? Url { get; set; }

    /// <summary>The address as it was printed, where <see cref="Url"/> is not that.</summary>
    public string? PrintedUrl { get; set; }

    /// <summary>The same for two addresses of one page (<see cref="Links.CanonicalAddress"/>); once in a digest, and null for a link that it has already.</summary>
    public string? UrlKey { get; set; }

    public long? OutletId { get; set; }

    public Outlet? Outlet { get; set; }

    /// <summary>The subhead inside the digest under which it stood.</summary>
    public string? Section { get; set; }
}
