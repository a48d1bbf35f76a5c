using System.Collections.Concurrent;
using Archive.Store;
using Archive.Web.Accounts.Access;
using Archive.Web.Hosting.Watching;

namespace Archive.Web.Hosting.Keeping;

/// <summary>
/// Answers with a page that is kept while its edition is the newest. Otherwise it is made, once however many ask at the same time; and
/// where the store does not answer, the page as it was within the last day is better than none (decision 0006).
/// </summary>
internal sealed class PageKeeper(RequestDelegate next, KeptPages pages, EditionFeed editions, StoreWatch watch, StoreFaults faults, TimeProvider clock)
{
    private static readonly TimeSpan LongestStale = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string Key, EditionMark? Newest), TaskCompletionSource<Making>> making = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (pages.IsOff || EditorsView.Of(context) is not null || PageKey.Of(context) is not { } key)
        {
            await next(context);
            return;
        }
        var newest = await NewestAsync(context.RequestAborted);
        var kept = pages.Find(key);
        if (kept is not null && kept.Page.Edition == newest)
        {
            kept.GoodAt = clock.GetUtcNow();
            await kept.Page.SendAsync(context);
            return;
        }
        try
        {
            await MakeOrAwaitAsync(context, key, newest);
        }
        catch (Exception e) when (faults.IsSilence(e) && IsRecent(kept) && !context.Response.HasStarted)
        {
            watch.Doubt();
            context.Response.Clear();
            context.Response.Headers.Warning = "110 - \"Response is Stale\"";
            context.Response.Headers.CacheControl = "no-store";
            await kept!.Page.SendAsync(context);
        }
    }

    // Null where it cannot be known: then the page is made, if it can be.
    private async ValueTask<EditionMark?> NewestAsync(CancellationToken cancellation)
    {
        if (!watch.State.CanServe)
        {
            return null;
        }
        try
        {
            return await editions.NewestAsync(cancellation);
        }
        catch (Exception e) when (faults.CannotBeUsed(e))
        {
            watch.Doubt();
            return null;
        }
    }

    private async Task MakeOrAwaitAsync(HttpContext context, string key, EditionMark? newest)
    {
        while (true)
        {
            var mine = new TaskCompletionSource<Making>(TaskCreationOptions.RunContinuationsAsynchronously);
            var first = making.GetOrAdd((key, newest), mine);
            if (first == mine)
            {
                await MakeAsync(context, key, newest, mine);
                return;
            }
            var made = await first.Task.WaitAsync(context.RequestAborted);
            if (made.Page is { } page)
            {
                await page.SendAsync(context);
                return;
            }
            if (made.StoreIsSilent)
            {
                throw new StoreSilentException();
            }
            if (!made.WasGivenUp)
            {
                // Not found, or moved: cheap to say, and not worth sharing.
                await next(context);
                return;
            }
        }
    }

    private async Task MakeAsync(HttpContext context, string key, EditionMark? newest, TaskCompletionSource<Making> made)
    {
        var came = new Making(null, WasGivenUp: true);
        try
        {
            if (newest is { } mark)
            {
                context.Features.Set(new PageIsWanted(mark.Hearing));
            }
            await next(context);
            var page = context.Features.Get<MadePage>();
            if (page?.Edition is not null)
            {
                pages.Keep(key, page, clock.GetUtcNow());
            }
            came = new(page);
        }
        catch (Exception e) when (faults.IsSilence(e))
        {
            came = new(null, StoreIsSilent: true);
            throw;
        }
        catch (Exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            came = new(null);
            throw;
        }
        finally
        {
            context.Features.Set<PageIsWanted>(null);
            making.TryRemove(new((key, newest), made));
            made.SetResult(came);
        }
    }

    private bool IsRecent(Kept? kept) => kept is not null && clock.GetUtcNow() - kept.GoodAt <= LongestStale;

    /// <summary>What became of a page that others wait for.</summary>
    private sealed record Making(MadePage? Page, bool StoreIsSilent = false, bool WasGivenUp = false);
}
