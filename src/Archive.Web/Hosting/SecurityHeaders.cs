using Archive.Web.Accounts.Access;

namespace Archive.Web.Hosting;

/// <summary>
/// The same headers on every answer, errors and files included: nothing is loaded from elsewhere, no script runs but the
/// site's own file, no address is passed on to the sites that a headline links to.
/// </summary>
internal static class SecurityHeaders
{
    private static readonly KeyValuePair<string, string>[] Always =
    [
        new("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "no-referrer"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
        new("X-Permitted-Cross-Domain-Policies", "none"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // At the last moment, because an error page begins by clearing the headers.
        context.Response.OnStarting(OwnArea.Holds(context.Request.Path) ? WriteOwn : WriteAny, context);
        await next(context);
    });

    private static Task WriteAny(object context)
    {
        Write((HttpContext)context);
        return Task.CompletedTask;
    }

    // Nothing of it is kept; and without a referrer, browsers would not say where a form comes from.
    private static Task WriteOwn(object context)
    {
        Write((HttpContext)context);
        var headers = ((HttpContext)context).Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        // What is typed is saved as one goes.
        headers.ContentSecurityPolicy += "; connect-src 'self'";
        return Task.CompletedTask;
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in Always)
        {
            headers[name] = value;
        }
        // Once a reader came in safely, the browser does not ask in the clear again. Not while somebody tries it out at home.
        if (context.Request is { IsHttps: true, Host.Host: not "localhost" })
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
        // A page is the same for every reader, so anybody between may keep it for a minute.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified ? "public, max-age=60" : "no-store";
        }
    }
}
