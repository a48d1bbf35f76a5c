using Archive.Import.Blocks;
using Archive.Import.Lines;

namespace Archive.Import.Layouts;

/// <summary>The lines of one post to the post: a digest's or any other's.</summary>
internal static class PostReader
{
    public static void Close(Page page, PostDraft? draft, Layout layout)
    {
        if (draft is null)
        {
            return;
        }
        if (draft.Title is { } title)
        {
            page.Roles[title] = LineRole.Title;
        }
        var isDigest = draft.Digest is { } digest && !(digest.IsBrief && (layout == Layout.FrontPage || draft.Lines.Exists(index => Prose.IsProse(page.Text(index)))));
        var post = isDigest ? DigestReader.Read(page, draft) : new ProseReader(page, draft, layout).Read();
        if (post is not null)
        {
            page.Posts.Add(post);
        }
    }
}
