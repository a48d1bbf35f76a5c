using Archive.Store;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Hosting.Watching;

/// <summary>Whether readers can be served, and a line for each thing that is missing. No line names a server, a user or a password.</summary>
internal sealed class Readiness(StoreWatch store, IDbContextFactory<ArchiveContext> primary, IOptions<SiteOptions> site)
{
    private readonly Probe<bool> publishing = new(
        async cancellation =>
        {
            await using var archive = await primary.CreateDbContextAsync(cancellation);
            await archive.Editions.AnyAsync(cancellation);
            return true;
        },
        silence: _ => false);

    private readonly Probe<IReadOnlyList<string>> disks = new(
        async cancellation =>
        {
            await using var archive = await primary.CreateDbContextAsync(cancellation);
            string?[] folders = [archive.Folder, Path.GetTempPath()];
            return [.. folders.OfType<string>().Select(folder => Shortage(folder, site.Value.LeastFreeMegabytes)).OfType<string>().Distinct()];
        },
        silence: _ => ["disk: does not answer"]);

    public async Task<(bool Ready, IReadOnlyList<string> Missing)> AskAsync()
    {
        var (reading, writing, full) = (store.AskAsync(), publishing.AskAsync(), disks.AskAsync());
        var state = await reading;
        List<string> missing = [.. await full];
        var ready = state.CanServe && missing.Count == 0;
        if (state.Missing is { } what)
        {
            missing.Insert(0, what);
        }
        else if (!await writing)
        {
            // Readers notice nothing.
            missing.Insert(0, "primary: does not answer; nothing can be published");
        }
        return (ready, missing);
    }

    private static string? Shortage(string folder, int least)
    {
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace / (1024 * 1024);
            return free < least ? $"disk: {free} MB free in {folder}, less than {least}" : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"disk: {folder} is not there";
        }
    }
}
