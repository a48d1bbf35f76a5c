using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Hosting.Watching;

namespace Archive.Web.Hosting;

/// <summary>
/// Searches for nothing as soon as the store answers, so that the first reader who searches does not wait until a large archive's index has
/// been read into memory.
/// </summary>
internal static class WarmSearch
{
    public static void AddWarmSearch(this WebApplicationBuilder builder) => builder.Services.AddHostedService<Warmer>();

    private sealed class Warmer(IServiceScopeFactory scopes, StoreWatch watch, StoreFaults faults) : BackgroundWork
    {
        private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

        protected override async Task WorkAsync(CancellationToken stopping)
        {
            while (!await WarmAsync(stopping))
            {
                await Task.Delay(BetweenTries, stopping);
            }
        }

        private async Task<bool> WarmAsync(CancellationToken cancellation)
        {
            if (!watch.State.CanServe)
            {
                return false;
            }
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<HeadlineSearch>().AnswerAsync(new(), cancellation);
                return true;
            }
#pragma warning disable CA1031 // Nobody asked for this search; one that somebody asks for says what is wrong.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                return !faults.CannotBeUsed(e);
            }
        }
    }
}
