using System.Diagnostics;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Diagnostics;

namespace Archive.Web.Hosting;

/// <summary>
/// One line a request: method, route (for an address that nothing answers, its path), status, milliseconds. No address, no query,
/// no browser name, so that the log cannot tell who read what.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private const int LongestPath = 200;

    public async Task InvokeAsync(HttpContext context)
    {
        // Taken now: an error page is shown under another path.
        var path = context.Request.Path.Value;
        var method = MethodName(context.Request.Method);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var route = Route(context) ?? Path(path);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Answered(method, route, context.Response.StatusCode, took);
        }
    }

    // A mistyped address of somebody's own may hold most of a one-time link.
    private static string Path(string? path) => OwnArea.Holds(path) ? $"/{path!.Split('/')[1]}/…" : Printable.Text(path, LongestPath);

    // For an error the page that failed, not the page that says so; null where nothing answers, or nothing stands.
    private static string? Route(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            return null;
        }
        var replaced = context.Features.Get<IStatusCodeReExecuteFeature>();
        var failed = context.Features.Get<IExceptionHandlerFeature>();
        var endpoint = replaced is null && failed is null ? context.GetEndpoint() : replaced?.Endpoint ?? failed?.Endpoint;
        return endpoint is RouteEndpoint route ? $"/{route.RoutePattern.RawText?.TrimStart('/')}" : null;
    }

    private static string MethodName(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method)
        || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method) || HttpMethods.IsPatch(method) || HttpMethods.IsOptions(method)
        || HttpMethods.IsTrace(method) || HttpMethods.IsConnect(method) ? method : "other";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms")]
    private partial void Answered(string method, string route, int status, double milliseconds);
}

internal static class RequestLogRegistration
{
    public static void UseRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLog>();
}
