using Archive.Store;

namespace Archive.Web.Pages.Listing;

/// <summary>The newest posts, digests with their headlines.</summary>
internal abstract class NewestPage(ArchiveContext archive) : ListPage
{
    protected ArchiveContext Archive { get; } = archive;

    protected const int Posts = 10;

    protected Task<bool> ReadAsync(int headlinesOfEach, CancellationToken cancel) =>
        ReadAsync(Archive.Posts.Dated(), Archive.Headlines.Stretch(0, headlinesOfEach), Posts, cancel);
}
