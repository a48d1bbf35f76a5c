namespace Archive.Web.Hosting;

/// <summary>
/// Work beside the pages, for as long as the site runs. That it was told to stop is no failure, also where that is because the site could not
/// start: the host would report it as one.
/// </summary>
internal abstract class BackgroundWork : BackgroundService
{
    private bool hasBegun;

    /// <summary>Ends without an exception where the site stopped before the work began (dotnet/runtime#131249).</summary>
    public sealed override Task? ExecuteTask => base.ExecuteTask is { } work ? EndedAsync(work) : null;

    /// <param name="stopping">Cancelled when the site stops.</param>
    protected abstract Task WorkAsync(CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        hasBegun = true;
        try
        {
            await WorkAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task EndedAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException) when (!hasBegun)
        {
        }
    }
}
