using Archive.Store;
using Archive.Store.History;
using Archive.Web.Pages.Posts;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>What was changed in one post after it was published.</summary>
internal sealed class PostCorrectionsModel(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public PostDetail Post { get; private set; } = null!;

    public IReadOnlyList<Correction> Shown { get; private set; } = [];

    /// <summary>Null where there are none that are older.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(PostAddress address, CancellationToken cancel)
    {
        var post = await PostDetail.ReadAsync(archive, address.In(archive.Posts), cancel);
        if (post is null)
        {
            return await Gone.OfPostAsync(HttpContext, archive, address, Permalink.PostCorrections, cancel);
        }
        Post = post;
        var found = await Store.History.Corrections.ReadAsync(archive, PageSize + 1, Before, post.Id, cancel);
        Shown = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"{post.CorrectionsAddress}?before={Shown[^1].Id}" : null;
        return At(post.CorrectionsAddress);
    }
}
