namespace Archive.Store;

/// <summary>The only place that spells an address. All are paths from the site's root, not yet percent-encoded by hand elsewhere.</summary>
public static partial class Permalink
{
    public static string Home => "/";

    public static string Undated => "/undated";

    public static string About => "/about";

    public static string Categories => "/categories";

    public static string Outlets => "/outlets";

    public static string Year(int year) => $"/{year:0000}";

    public static string Month(int year, int month) => $"/{year:0000}/{month:00}";

    public static string Day(DateOnly day) => $"/{day.Year:0000}/{day.Month:00}/{day.Day:00}";

    /// <summary>The last day of its period, then its slug; posts with no date stand under /undated.</summary>
    public static string Post(DateOnly? dateEnd, string slug, int ordinal) =>
        $"{(dateEnd is { } day ? Day(day) : Undated)}/{Segment(slug)}{(ordinal > 1 ? $"-{ordinal}" : "")}";

    public static string Post(Post post) => Post(post.DateEnd, post.Slug, post.Ordinal);

    /// <summary>Where this comes from: the provenance view of a post.</summary>
    public static string PostSource(DateOnly? dateEnd, string slug, int ordinal) => Post(dateEnd, slug, ordinal) + "/source";

    /// <summary>What was corrected in a post.</summary>
    public static string PostCorrections(DateOnly? dateEnd, string slug, int ordinal) => Post(dateEnd, slug, ordinal) + "/corrections";

    /// <param name="before">Those older than this correction.</param>
    public static string Corrections(long? before = null) => "/corrections" + (before is { } id ? $"?before={id}" : "");

    public static string Headline(string publicId) => $"/headlines/{publicId}";

    /// <summary>A headline's anchor on the page of its digest.</summary>
    public static string HeadlineAnchor(string publicId) => $"h-{publicId}";

    public static string HeadlineSource(string publicId) => $"/headlines/{publicId}/source";

    public static string Category(string slug) => $"/categories/{Segment(slug)}";

    public static string Outlet(string slug) => $"/outlets/{Segment(slug)}";

    public static string Thesaurus => "/thesaurus";

    public static string Topic(string slug) => $"/topics/{Segment(slug)}";

    /// <param name="publicId">Of the story's earliest headline; that of any other is moved there.</param>
    public static string Story(string publicId) => $"/stories/{publicId}";

    private static string Segment(string slug) => Uri.EscapeDataString(slug);
}
