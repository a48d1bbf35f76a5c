using System.Data.Common;
using Archive.Store;
using Archive.Store.Accounts.Auditing;
using Archive.Store.History.Auditing;
using Archive.Store.Links;
using Archive.Store.Search.Index;
using Archive.Web.Hosting.Watching;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Hosting;

/// <summary>
/// What a start does about the store. An embedded one is made and brought to this version. A server's is changed by <c>archive migrate</c>
/// alone, unless somebody is developing: with migrations missing the start is refused; and a server that does not answer is waited for.
/// </summary>
internal static class StoreStart
{
    // Everything is done for the first time.
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(10);

    /// <summary>For a command that cannot do without the store.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be used, or not yet.</exception>
    public static async Task PrepareStoreAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using var archive = await services.OpenStoreAsync(cancellation);
        await archive.UsingStoreAsync(async () =>
        {
            if (services.MayMigrate(archive))
            {
                await archive.MigrateAsync(cancellation);
                await services.BeginAuditAsync(cancellation);
                await services.IndexRebuild().RunAsync(all: false, cancellation: cancellation);
                await services.LinkKeyFill().RunAsync(cancellation);
                return;
            }
            var pending = await archive.PendingMigrationsAsync(cancellation);
            RefuseIfBehind(StoreState.Lacking(pending, isNew: pending.Count == archive.Database.GetMigrations().Count()));
        });
    }

    /// <summary>For the site, which can say that it waits for the store, and show what it kept.</summary>
    /// <exception cref="StoreUnavailableException">The store is of another version, or an embedded one cannot be used.</exception>
    public static async Task MeetStoreAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using var archive = await services.OpenStoreAsync(cancellation);
        if (services.MayMigrate(archive))
        {
            try
            {
                await services.PrepareStoreAsync(cancellation);
                return;
            }
            catch (StoreUnavailableException e) when (!archive.MigratesOnStart && services.GetRequiredService<StoreFaults>().CannotBeUsed(e))
            {
                // The watch finds out, and says why.
            }
        }
        RefuseIfBehind(await services.GetRequiredService<StoreWatch>().AskAsync(FirstPatience));
    }

    /// <summary>For an archive from before there was an audit.</summary>
    public static async Task BeginAuditAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<IDbContextFactory<ArchiveContext>>();
        await AuditBeginning.RunAsync(store, cancellation);
        await AccountBeginning.RunAsync(store, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancellation);
    }

    /// <summary>For an archive whose posts are not all in the search index, or whose index is doubted.</summary>
    public static IndexRebuild IndexRebuild(this IServiceProvider services) => new(services.GetRequiredService<IDbContextFactory<ArchiveContext>>());

    /// <summary>For an archive from before links had keys.</summary>
    public static LinkKeyFill LinkKeyFill(this IServiceProvider services) => new(services.GetRequiredService<IDbContextFactory<ArchiveContext>>());

    public static bool IsReadOnly(this IServiceProvider services) =>
        services.GetRequiredService<IConfiguration>().GetValue<bool>(StoreRegistration.ReadOnlyKey);

    /// <summary>Says in one line which store it is that cannot be used.</summary>
    public static async Task UsingStoreAsync(this ArchiveContext archive, Func<Task> use)
    {
        try
        {
            await use();
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or TimeoutException || e.GetBaseException() is DbException)
        {
            var where = archive.Folder is null ? "" : $"{archive.Database.GetDbConnection().DataSource} ";
            throw new StoreUnavailableException($"the store {where}(ConnectionStrings:Archive) cannot be used: {StoreFaults.Said(e)}", e);
        }
    }

    private static bool MayMigrate(this IServiceProvider services, ArchiveContext archive) =>
        !services.IsReadOnly() && (archive.MigratesOnStart || services.GetRequiredService<IHostEnvironment>().IsDevelopment());

    private static void RefuseIfBehind(StoreState state)
    {
        if (state.Pending is { } pending)
        {
            throw new StoreUnavailableException($"the store {pending}: run archive migrate, then start again");
        }
    }
}

/// <summary>There is no using the store: it cannot be made, opened or read, or is not of this version.</summary>
internal sealed class StoreUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
