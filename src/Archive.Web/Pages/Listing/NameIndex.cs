namespace Archive.Web.Pages.Listing;

/// <summary>An alphabetical list of names, a page at a time.</summary>
internal sealed record NameIndex(IReadOnlyList<NameIndex.Entry> Entries, int PageLength)
{
    internal sealed record Entry(string Name, string Slug, int Posts, int Headlines);

    /// <summary>Query of the next page; null where this one is not full.</summary>
    public string? Next => Entries.Count < PageLength ? null : $"?from={Uri.EscapeDataString(Entries[^1].Slug)}";
}
