namespace Archive.Web.Hosting;

/// <summary>
/// Work beside the pages, for as long as the site runs. That it was told to stop is no failure, also where that is because the site could not
/// start: the host would report it as one.
/// </summary>
internal abstract class BackgroundWork : BackgroundService
{
    /// <param name="stopping">Cancelled when the site stops.</param>
    protected abstract Task WorkAsync(CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WorkAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
