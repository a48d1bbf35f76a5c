using Archive.Web.Accounts.Access;

namespace Archive.Web.Hosting;

/// <summary>Readers only ask: nothing but GET and HEAD, and no more than a small body with it. Whoever signs in also sends forms.</summary>
internal static class ReadersGate
{
    public const long LargestBody = 16 * 1024;

    public static void UseReadersGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var takesForms = OwnArea.Holds(request.Path);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !(takesForms && HttpMethods.IsPost(request.Method)))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = takesForms ? "GET, HEAD, POST" : "GET, HEAD";
            return Task.CompletedTask;
        }
        // The desk's pages say themselves how much they take.
        if (!takesForms && request.ContentLength > LargestBody)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }
        return next(context);
    });

    /// <summary>Limits that hold before any page is asked for, and no word about which server this is.</summary>
    public static void AddHardenedServer(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestBody;
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
    });
}
