namespace Archive.Web.Pages.Listing;

/// <summary>An alphabetical list of names, a page at a time.</summary>
internal sealed record NameIndex(IReadOnlyList<NameIndex.Entry> All, int PageLength)
{
    /// <summary>A name of which nothing is left in the archive keeps its address, and is listed no more.</summary>
    public IReadOnlyList<Entry> Entries { get; } = [.. All.Where(entry => entry.Posts + entry.Headlines > 0)];

    internal sealed record Entry(string Name, string Slug, int Posts, int Headlines);

    /// <summary>Query of the next page; null where this one is not full.</summary>
    public string? Next => All.Count < PageLength ? null : $"?from={Uri.EscapeDataString(All[^1].Slug)}";
}
