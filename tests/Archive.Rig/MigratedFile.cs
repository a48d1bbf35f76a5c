using Archive.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Rig;

/// <summary>An SQLite store with every migration, made once for a test process: the others are copies of it, as on PostgreSQL.</summary>
internal static class MigratedFile
{
    private static readonly Lazy<byte[]> Bytes = new(() => MakeAsync().GetAwaiter().GetResult());

    /// <param name="path">Where no file is yet.</param>
    public static void CopyTo(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Bytes.Value);
    }

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("archive-migrated-");
        try
        {
            var file = Path.Combine(folder.FullName, "archive.db");
            // Whoever closes the file last puts everything into it; a pool would keep it open.
            var settings = new ConfigurationBuilder().AddInMemoryCollection(StoreUnderTest.SettingsOf(StoreKind.Sqlite, $"Data Source={file};Pooling=False")).Build();
            await using (var services = new ServiceCollection().AddLogging().AddArchiveStore(settings, folder.FullName).BuildServiceProvider())
            {
                await using var archive = await services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync();
                await archive.MigrateAsync();
            }
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
