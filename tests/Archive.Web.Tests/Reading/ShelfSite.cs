using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Reading;

/// <summary>The site over posts made by hand: the sample shelf, unless a test fills it otherwise.</summary>
public class ShelfSite : ArchiveSite
{
    public ShelfSite()
    {
    }

    protected ShelfSite(StoreKind kind)
        : base(kind)
    {
    }

    protected override string SeedsFolder => Path.Combine(Path.GetTempPath(), "archive-web-no-seeds");

    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Site:BaseAddress"] = "https://archive.example/",
        ["Site:WebSearch"] = "https://search.example/?q={0}",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AddAsync([.. Shelf()]);
    }

    protected virtual IEnumerable<Post> Shelf() => SampleShelf.Posts();

    private async Task AddAsync(params Post[] posts)
    {
        await using var write = await ArchiveWrite.BeginAsync(Services.GetRequiredService<IDbContextFactory<ArchiveContext>>());
        write.Archive.Posts.AddRange(posts);
        await write.Archive.SaveChangesAsync();
        await write.KeepUpAsync(posts.Select(post => post.SortDay));
        Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
    }
}
