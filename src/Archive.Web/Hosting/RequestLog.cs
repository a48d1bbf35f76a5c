using System.Diagnostics;

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
        var path = context.Request.Path;
        var method = MethodName(context.Request.Method);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var route = Route(context) ?? Printable.Text(path, LongestPath);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Answered(method, route, context.Response.StatusCode, took);
        }
    }

    private static string? Route(HttpContext context) =>
        context.Response.StatusCode != StatusCodes.Status404NotFound && context.GetEndpoint() is RouteEndpoint endpoint
            ? $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}"
            : null;

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
