using System.Security.Cryptography;
using Archive.Store;
using Archive.Web.Accounts.Carrying;
using Archive.Web.Hosting.Watching;
using Microsoft.AspNetCore.Diagnostics;

namespace Archive.Web.Hosting;

/// <summary>
/// Every error has a page: /status/{code}, shown in place at the address that failed. A page that breaks down shows a reference,
/// which the log has too, and nothing about the inside of the program. A store that does not answer is no such failure: it will come back.
/// </summary>
internal static class ErrorPages
{
    public static void AddErrorPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<FailureLog>();
        builder.Services.AddOptions<ExceptionHandlerOptions>().Configure<StoreFaults>((options, faults) =>
        {
            options.ExceptionHandlingPath = "/status/500";
            options.StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode
                : faults.IsSilence(exception) ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError;
        });
    }

    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.Use(async (context, next) =>
        {
            // The page of an error is always asked for, also where something was posted.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                // What somebody typed goes back to them with whatever went wrong.
                if (context.Features.Get<IExceptionHandlerFeature>() is { } failed
                    && await context.RequestServices.GetRequiredService<SentForms>().ReadAsync(context, failed.Path) is { } sent)
                {
                    context.Features.Set(sent);
                }
                context.Request.Method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Head : HttpMethods.Get;
                context.Request.ContentLength = null;
                // Nor is a form read that may be what was wrong.
                context.Request.ContentType = null;
            }
            await next(context);
        });
    }
}

/// <summary>The code under which a failure stands in the log; a feature of the failing request, read by its error page.</summary>
public sealed record FailureReference(string Code);

/// <summary>Writes a failure down: what kind, and where in the program. Not its message, which may quote what the reader asked for.</summary>
internal sealed partial class FailureLog(ILogger<FailureLog> log, StoreFaults faults, StoreWatch watch) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is StoreSilentException)
        {
            // Said once already, when it fell silent.
            return ValueTask.FromResult(false);
        }
        if (faults.CannotBeUsed(exception))
        {
            watch.Doubt();
            Unanswered(Kinds(exception));
            return ValueTask.FromResult(false);
        }
        // Crockford's letters: nothing to mistake when it is read out over the telephone.
        var reference = new FailureReference(RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 8));
        httpContext.Features.Set(reference);
        Failed(reference.Code, Kinds(exception), exception.StackTrace);
        return ValueTask.FromResult(false);
    }

    private static string Kinds(Exception? exception) =>
        exception is null ? "" : $"{exception.GetType().Name}{(exception.InnerException is { } inner ? $" < {Kinds(inner)}" : "")}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store did not answer: {Kinds}")]
    private partial void Unanswered(string kinds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failure {Reference}: {Kinds}\n{Where}")]
    private partial void Failed(string reference, string kinds, string? where);
}
