using Archive.Store;
using Archive.Web.Pages.Posts;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>Where a post comes from: its files, and its raw lines in one of them.</summary>
internal sealed class PostSourceModel(ArchiveContext archive) : ReadingPage
{
    /// <summary>Which of its files, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    public PostDetail Post { get; private set; } = null!;

    public RawView Raw { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(PostAddress address, CancellationToken cancel)
    {
        var post = await PostDetail.ReadAsync(archive, address.In(archive.Posts), cancel);
        if (post is null)
        {
            return await Gone.OfPostAsync(HttpContext, archive, address, Permalink.PostSource, cancel);
        }
        if (Number < 1 || Number > post.Origins.Count
            || await RawView.ReadAsync(archive, post.Origins[Number - 1], From, line => $"?file={Number}&from={line}", cancel) is not { } raw)
        {
            return NotFound();
        }
        Post = post;
        Raw = raw;
        return At(post.SourceAddress);
    }
}
