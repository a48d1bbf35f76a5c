using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Links;
using Archive.Web.Fetching.Checking;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Archive.Web.Tests.Fetching;

/// <summary>The sample archive with a web archive in its settings, whose headlines a test gives links.</summary>
public sealed class CheckedSite : ArchiveSite
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["Site:ArchivedCopies"] = "https://copies.example/web/{yyyyMMdd}/{url}" };

    internal IDbContextFactory<ArchiveContext> Archives => Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    /// <summary>Gives the first headlines that have none these links, and takes away what was known of links.</summary>
    /// <returns>Their public ids.</returns>
    internal async Task<List<string>> LinkAsync(params string[] urls)
    {
        await using var write = await ArchiveWrite.BeginAsync(Archives, TestContext.Current.CancellationToken);
        await write.Archive.CheckedLinks.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await write.Archive.CheckedHosts.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await write.Archive.Headlines.ExecuteUpdateAsync(row => row.SetProperty(headline => headline.Url, (string?)null).SetProperty(headline => headline.UrlKey, (string?)null), TestContext.Current.CancellationToken);
        var days = await write.Archive.Posts.Select(post => post.SortDay).ToListAsync(TestContext.Current.CancellationToken);
        var headlines = await write.Archive.Headlines.OrderBy(headline => headline.PostId).ThenBy(headline => headline.Position).Take(urls.Length).ToListAsync(TestContext.Current.CancellationToken);
        foreach (var (headline, url) in headlines.Zip(urls))
        {
            (headline.Url, headline.UrlKey) = (url, LinkAddress.KeyOf(url));
        }
        await write.Archive.SaveChangesAsync(TestContext.Current.CancellationToken);
        await write.KeepUpAsync(days, TestContext.Current.CancellationToken);
        await write.CommitAsync(AuditEntry.OfCommand("test"));
        return headlines.ConvertAll(headline => headline.PublicId);
    }

    internal LinkChecker Checker(Outside outside, TimeProvider clock)
    {
        var settings = Options.Create(new FetchingOptions { LinkChecks = true, SecondsBetween = 10, DaysBetween = 30 });
        return new(Archives, outside.Fetcher(), settings, clock);
    }
}
