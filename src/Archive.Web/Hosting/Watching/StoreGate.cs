using Archive.Store;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Hosting.Watching;

/// <summary>
/// Stands before every page that is made from the store. While the store is known to be silent a page fails at once; and a page that is
/// being made when the store falls silent does not wait for an answer.
/// </summary>
internal sealed class StoreGate(RequestDelegate next, StoreWatch watch)
{
    // A page takes a few milliseconds; after this long it is worth asking whether the store is still there.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsMadeFromTheStore(context.GetEndpoint()))
        {
            await next(context);
            return;
        }
        if (!watch.State.CanServe)
        {
            throw new StoreSilentException();
        }
        var reader = context.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(reader, watch.Silence);
        await using var slow = new Timer(static watch => ((StoreWatch)watch!).Doubt(), watch, Slow, Timeout.InfiniteTimeSpan);
        context.RequestAborted = either.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested && !reader.IsCancellationRequested)
        {
            throw new StoreSilentException();
        }
        finally
        {
            context.RequestAborted = reader;
        }
    }

    /// <summary>Every page but the one that says what went wrong.</summary>
    public static bool IsMadeFromTheStore(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is { } page && page.ViewEnginePath != "/Status";
}

internal static class StoreWatching
{
    public static void AddStoreWatch(this WebApplicationBuilder builder) => builder.Services.AddSingleton<StoreWatch>();

    /// <summary>True where the failure is the store's, and will pass.</summary>
    public static bool IsSilence(this StoreFaults faults, Exception exception) => exception is StoreSilentException || faults.CannotBeUsed(exception);
}
