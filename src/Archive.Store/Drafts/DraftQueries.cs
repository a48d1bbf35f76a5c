namespace Archive.Store.Drafts;

/// <summary>Named filters over drafts.</summary>
public static class DraftQueries
{
    /// <summary>Still being written, or waiting for their time.</summary>
    public static IQueryable<Draft> Open(this IQueryable<Draft> drafts) => drafts.Where(draft => draft.DeletedAt == null && draft.PublishedAt == null);

    public static IQueryable<Draft> WithKey(this IQueryable<Draft> drafts, string key) => drafts.Where(draft => draft.Key == key);

    /// <summary>Those whose time has come, and about which nobody has to be asked; the earliest first.</summary>
    public static IQueryable<Draft> Due(this IQueryable<Draft> drafts, DateTime now) => drafts.Open()
        .Where(draft => draft.Schedule != null && draft.Schedule.At <= now && draft.Schedule.Trouble == null)
        .OrderBy(draft => draft.Schedule!.At).ThenBy(draft => draft.Id);

    /// <summary>Deleted or published so long ago that they are looked at no more.</summary>
    public static IQueryable<Draft> Over(this IQueryable<Draft> drafts, DateTime before) => drafts.Where(draft => draft.DeletedAt < before || draft.PublishedAt < before);
}
