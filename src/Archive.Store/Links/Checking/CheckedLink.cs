namespace Archive.Store.Links.Checking;

/// <summary>What is known of a link, for all headlines that have it: one row for each <see cref="Headline.UrlKey"/> that is to be checked.</summary>
public sealed class CheckedLink
{
    /// <summary>On so many different days a page must be found gone before its link is called dead.</summary>
    public const int DaysToBeDead = 3;

    public required string UrlKey { get; set; }

    /// <summary>As readers, search and the index are told; changed only by the link checker.</summary>
    public bool IsDead { get; set; }

    /// <summary>On how many different days, one after the other, it was found gone; 0 from the day on which it answers. No more are counted than it takes.</summary>
    public int GoneDays { get; set; }

    public DateOnly? FirstGoneOn { get; set; }

    /// <summary>The last of <see cref="GoneDays"/>.</summary>
    public DateOnly? LastGoneOn { get; set; }

    /// <summary>UTC; null where it was never checked.</summary>
    public DateTime? LastCheckedAt { get; set; }

    /// <summary>What the last check found.</summary>
    public LinkFinding? LastFinding { get; set; }

    /// <summary>From when on it is to be checked again, UTC.</summary>
    public DateTime NextCheckAt { get; set; }
}

/// <summary>What one check of a link found.</summary>
public enum LinkFinding
{
    /// <summary>The page, or another that it moved to.</summary>
    Answers,

    /// <summary>The site says that there is no such page any more, or the site's name is gone.</summary>
    Gone,

    /// <summary>Nothing follows from it: refused, too slow, out of order, not to be asked.</summary>
    CannotSay,
}
