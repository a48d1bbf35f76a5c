using Archive.Store;
using Archive.Web.Tests.Reading;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.ScaleOut.Tests.Pages;

/// <summary>One of two sites with the same posts: imported from a folder of seeds, or else made by hand.</summary>
internal sealed class TwinSite(StoreKind kind, string? seeds) : ShelfSite(kind)
{
    private readonly StoreKind kind = kind;

    protected override string SeedsFolder => seeds ?? base.SeedsFolder;

    // In another order on each: no page may tell which post came first.
    protected override IEnumerable<Post> Shelf()
    {
        List<Post> posts = seeds is null ? [.. SampleShelf.Posts(), .. ManyScripts.Posts()] : [];
        return kind == StoreKind.Sqlite ? posts : Enumerable.Reverse(posts);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new StoppedClock()));
    }

    // Both import at the same moment.
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 22, 45, 0, 123, 456, TimeSpan.Zero);
    }
}
