using Archive.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Archive.Web.Hosting;

/// <summary>For whoever watches the site: /health/live (the program runs) and /health/ready (its store answers, and is up to date).</summary>
internal static class ArchiveHealth
{
    public static void AddArchiveHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store");

    public static void MapArchiveHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(report.Status == HealthStatus.Healthy ? "ok\n" : "not ready\n");
    }

    /// <summary>Nothing is kept from crawlers yet; error pages are no content.</summary>
    public static void MapRobots(this IEndpointRouteBuilder app) =>
        app.MapMethods("/robots.txt", [HttpMethods.Get, HttpMethods.Head], () => Results.Text("User-agent: *\nDisallow: /status/\n"));
}

/// <summary>Ready means: the store can be reached and has every migration.</summary>
internal sealed class StoreHealth(ArchiveContext archive) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await archive.IsReadyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the store is not of this version");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("the store does not answer");
        }
    }
}
