using Archive.Web.Accounts.Access;
using Archive.Web.Hosting.Watching;

namespace Archive.Web.Hosting;

/// <summary>For whoever watches the site: /health/live (the program answers) and /health/ready (readers can be served, or what is missing).</summary>
internal static class ArchiveHealth
{
    private static readonly string[] Asking = [HttpMethods.Get, HttpMethods.Head];

    public static void AddArchiveHealth(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Readiness>();

    public static void MapArchiveHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", Asking, (HttpContext context) => Say(context, true, [])).ForReaders();
        app.MapMethods("/health/ready", Asking, async (HttpContext context, Readiness readiness) =>
        {
            var (ready, missing) = await readiness.AskAsync();
            return Say(context, ready, missing);
        }).ForReaders();
    }

    private static IResult Say(HttpContext context, bool well, IReadOnlyList<string> lines)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(
            string.Concat(lines.Prepend(well ? "ok" : "not ready").Select(line => $"{line}\n")),
            statusCode: well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
