using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Links.Checking;

/// <summary>
/// Tells readers what the checks found: links that were gone on enough days are dead from now on, and dead ones that answer are not. Many
/// links are one change, which makes the index of their days anew.
/// </summary>
public sealed class LinkStates(IDbContextFactory<ArchiveContext> store)
{
    /// <summary>Stands in the audit as who did it.</summary>
    public const string Actor = "link checker";

    private const int AtOnce = 200;

    /// <returns>How many links died, and how many came back.</returns>
    public async Task<(int Died, int CameBack)> ApplyAsync(CancellationToken cancellation = default)
    {
        var (died, cameBack) = (0, 0);
        while (await IsNeededAsync(cancellation))
        {
            await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
            var gone = await Gone(write.Archive.CheckedLinks).OrderBy(link => link.UrlKey).Take(AtOnce).Select(link => link.UrlKey).ToArrayAsync(cancellation);
            var back = await Back(write.Archive.CheckedLinks).OrderBy(link => link.UrlKey).Take(AtOnce).Select(link => link.UrlKey).ToArrayAsync(cancellation);
            await write.Archive.CheckedLinks.WithKeys(gone).ExecuteUpdateAsync(row => row.SetProperty(link => link.IsDead, true), cancellation);
            await write.Archive.CheckedLinks.WithKeys(back).ExecuteUpdateAsync(row => row.SetProperty(link => link.IsDead, false), cancellation);
            var days = await write.Archive.Headlines.WithLink([.. gone, .. back]).Select(headline => headline.Post!.SortDay).Distinct().ToListAsync(cancellation);
            // No post says anything else than before: neither stories nor seals have changed.
            await write.Archive.CountAndIndexAsync(days, cancellation);
            await write.CommitAsync(new(Actor, "check links", $"{gone.Length} dead, {back.Length} back"));
            (died, cameBack) = (died + gone.Length, cameBack + back.Length);
        }
        return (died, cameBack);
    }

    private async Task<bool> IsNeededAsync(CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return await Gone(archive.CheckedLinks).AnyAsync(cancellation) || await Back(archive.CheckedLinks).AnyAsync(cancellation);
    }

    private static IQueryable<CheckedLink> Gone(IQueryable<CheckedLink> links) =>
        links.Where(link => link.GoneDays > 0 && link.GoneDays >= CheckedLink.DaysToBeDead && !link.IsDead);

    private static IQueryable<CheckedLink> Back(IQueryable<CheckedLink> links) => links.Dead().Where(link => link.GoneDays < CheckedLink.DaysToBeDead);
}
