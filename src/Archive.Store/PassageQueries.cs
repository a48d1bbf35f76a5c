namespace Archive.Store;

/// <summary>Stretches of a long post, so that a page shows what it loads.</summary>
public static class PassageQueries
{
    public static IOrderedQueryable<Passage> Stretch(this IQueryable<Passage> passages, long postId, int from, int count) => passages
        .Where(passage => passage.PostId == postId && passage.Position >= from && passage.Position < from + count)
        .OrderBy(passage => passage.Position);

    public static IOrderedQueryable<Signatory> Stretch(this IQueryable<Signatory> signatories, long postId, int from, int count) => signatories
        .Where(signatory => signatory.PostId == postId && signatory.Position >= from && signatory.Position < from + count)
        .OrderBy(signatory => signatory.Position);

    public static IOrderedQueryable<Endnote> Stretch(this IQueryable<Endnote> endnotes, long postId, int from, int count) => endnotes
        .Where(endnote => endnote.PostId == postId && endnote.Position >= from && endnote.Position < from + count)
        .OrderBy(endnote => endnote.Position);
}
