using Archive.Import;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Merging;
using Archive.Store.Removal;
using Archive.Store.Undoing;
using Archive.Store.Uploads;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Hosting;

/// <summary>Joins the store to the site: where it is, and that a new one is not empty.</summary>
internal static partial class ArchiveData
{
    public static void AddArchiveData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<SearchOptions>>().Value.ReadThesaurus(builder.Environment.ContentRootPath));
        builder.Services.AddArchiveStore(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<AccountRegister>();
        builder.Services.AddSingleton<UploadShelf>();
        builder.Services.AddSingleton<PostRemovals>();
        builder.Services.AddSingleton<PostMerging>();
        builder.Services.AddSingleton<Destruction>();
        builder.Services.AddSingleton<AccountUndo>();
        builder.Services.AddSingleton<RunUndo>();
    }

    /// <param name="withStore">False to look at files alone.</param>
    public static SeedImporter SeedImporter(this IServiceProvider services, bool withStore = true) => new(
        withStore ? services.GetRequiredService<IDbContextFactory<ArchiveContext>>() : null,
        services.GetRequiredService<IOptions<ImportOptions>>().Value.Limits,
        services.GetRequiredService<TimeProvider>());

    /// <summary>Fills an empty store from the seeds folder, so that a first start has something to show.</summary>
    public static async Task ImportSeedsIfEmptyAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using var archive = await services.OpenStoreAsync(cancellation);
        if (!archive.TakesSamplesUnasked || services.IsReadOnly() || await archive.Sources.AnyAsync(cancellation))
        {
            return;
        }
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ArchiveData));
        var folder = services.SeedsFolder();
        if (!Directory.Exists(folder))
        {
            NoSeeds(log, folder);
            return;
        }
        var report = await services.SeedImporter().RunAsync(new([folder]), cancellation: cancellation);
        Filled(log, report.Posts.Added, report.Files.Count, folder);
        foreach (var file in report.Files.Where(file => file.IsDamaged))
        {
            Damaged(log, file.Path, file.Problems.Count > 0 ? file.Problems[0].Message : "lines were set aside");
        }
    }

    /// <summary>There is no first password and no page to register: says how the first editor is added.</summary>
    public static async Task SayWhoCanSignInAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        if (!services.IsReadOnly() && services.GetRequiredService<Watching.StoreWatch>().State.CanServe && await services.GetRequiredService<AccountRegister>().IsEmptyAsync(cancellation))
        {
            var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ArchiveData));
            NobodyCanSignIn(log);
        }
    }

    public static string SeedsFolder(this IServiceProvider services) =>
        services.GetRequiredService<IOptions<ImportOptions>>().Value.SeedsPath(services.GetRequiredService<IHostEnvironment>().ContentRootPath);

    /// <summary>True where there is a store of this version; asking creates none.</summary>
    public static async Task<bool> HasStoreAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using var archive = await services.OpenStoreAsync(cancellation);
        return await archive.IsReadyAsync(cancellation);
    }

    /// <summary>For writing, or for reading what was just written.</summary>
    public static Task<ArchiveContext> OpenStoreAsync(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The archive is empty, and there is no folder {Folder} to fill it from")]
    private static partial void NoSeeds(ILogger log, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "The archive was empty: {Posts} posts from {Files} files in {Folder} fill it")]
    private static partial void Filled(ILogger log, int posts, int files, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nobody can sign in yet. To add the first: archive user add NAME --role administrator")]
    private static partial void NobodyCanSignIn(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not all of {File} could be imported: {Reason}")]
    private static partial void Damaged(ILogger log, string file, string reason);
}
