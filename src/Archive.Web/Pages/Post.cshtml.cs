using Archive.Store;
using Archive.Web.Pages.Listing;
using Archive.Web.Pages.Posts;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>One post, with a face that suits its kind. Very long ones come in parts.</summary>
internal sealed class PostModel(ArchiveContext archive, IOptions<SiteOptions> site) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    public PostDetail Post { get; private set; } = null!;

    public PostBody Body { get; private set; } = null!;

    /// <summary>What is doubtful, told apart: an endnote's broken address is said beside the endnotes.</summary>
    public ILookup<bool, Doubt> Doubts => Post.Doubts.ToLookup(doubt => doubt.Code == "url-broken" && Body.Notes.Count > 0);

    public Neighbours Neighbours { get; private set; } = null!;

    public string? SearchFor(HeadlineLine headline) => site.Value.SearchFor(headline.Text);

    public string Cite => Citation.Of(Post.Title, Post.Outlet?.Name ?? Post.Issuer, Post.Period, site.Value, Post.Address);

    public int Parts => (Math.Max(Post.HeadlineCount, Math.Max(Post.PassageCount, Post.SignatoryCount)) + PostBody.PartLength - 1) / PostBody.PartLength;

    public async Task<IActionResult> OnGetAsync(PostAddress address, CancellationToken cancel)
    {
        var post = await PostDetail.ReadAsync(archive, address.In(archive.Posts), cancel);
        if (post is null)
        {
            return await Gone.OfPostAsync(HttpContext, archive, address, Permalink.Post, cancel);
        }
        Post = post;
        if (Part < 1 || Part > Math.Max(1, Parts))
        {
            return NotFound();
        }
        Body = await PostBody.ReadAsync(archive, post.Id, Part, cancel);
        Neighbours = await Neighbours.OfPostAsync(archive.Posts, post.Cursor, cancel);
        return At(post.Address);
    }
}
