using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Archive.Import;
using Archive.Store;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Archive.Web.Tests;

/// <summary>
/// The whole site, started as `archive serve` starts it, on a store of its own that the real importer fills from a folder of seeds.
/// Use it as a class fixture; for another folder or other settings, derive from it.
/// </summary>
public class ArchiveSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TemporaryFolder folder;

    public ArchiveSite()
        : this(StoreUnderTest.Kind)
    {
    }

    /// <summary>On a store of a certain kind, for tests that look at one of each.</summary>
    protected ArchiveSite(StoreKind kind) => folder = TemporaryFolder.Migrated(kind);

    /// <summary>What the store is filled from; the project's own seeds.</summary>
    protected virtual string SeedsFolder => Path.Combine(Repository.Root, "seeds");

    /// <summary>Settings besides the store's, as they would stand on the command line.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>Where the store is, for commands beside the site.</summary>
    protected TemporaryFolder Folder => folder;

    /// <summary>The site's store, for tests that look behind the pages.</summary>
    public StoreUnderTest Store => folder.Store;

    public virtual ValueTask InitializeAsync()
    {
        ClientOptions.AllowAutoRedirect = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Asks for a page and reads it; fails where it does not answer 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var client = CreateClient();
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address} answered {(int)response.StatusCode}");
        return await ReadAsync(response);
    }

    /// <summary>Reads whatever page was answered, an error page too.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in Store.Settings)
        {
            builder.UseSetting(key, value);
        }
        builder.UseSetting("Import:SeedsFolder", SeedsFolder);
        builder.UseSetting("Serilog:MinimumLevel", "Warning");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        Fill(host.Services).GetAwaiter().GetResult();
        return host;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    // Where nothing is put into an empty store unasked.
    private async Task Fill(IServiceProvider services)
    {
        var archives = services.GetRequiredService<IDbContextFactory<ArchiveContext>>();
        await using var archive = await archives.CreateDbContextAsync();
        if (!archive.TakesSamplesUnasked && Directory.Exists(SeedsFolder))
        {
            await new SeedImporter(archives, new(), services.GetRequiredService<TimeProvider>()).RunAsync(new([SeedsFolder]));
        }
    }
}
