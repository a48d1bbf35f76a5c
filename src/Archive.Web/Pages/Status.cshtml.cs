using System.Globalization;
using Archive.Store;
using Archive.Web.Accounts.Carrying;
using Archive.Web.Hosting;
using Archive.Web.Hosting.Watching;
using Archive.Web.Pages.Posts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Pages;

/// <summary>What went wrong, said honestly. Shown in place at the address that failed; at its own address there is nothing.</summary>
[ResponseCache(NoStore = true, Duration = 0)]
internal sealed class StatusModel(IServiceProvider services) : PageModel
{
    public int Code { get; private set; } = StatusCodes.Status404NotFound;

    /// <summary>Under which the cause stands in the log.</summary>
    public string? Reference { get; private set; }

    /// <summary>True where nothing is broken but the store does not answer.</summary>
    public bool StoreIsSilent { get; private set; }

    /// <summary>Of a post that was taken out; null where nothing is known of it.</summary>
    public WhyGone? Gone { get; private set; }

    /// <summary>What an editor sent that could not be taken; null where nothing was sent.</summary>
    public SentForm? Sent => HttpContext.Features.Get<SentForm>();

    /// <summary>The nearest year that the archive has, where a year was asked for that it has not.</summary>
    public int? NearestYear { get; private set; }

    public async Task OnGetAsync([FromRoute] int code, CancellationToken cancel)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>();
        var replaced = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        Code = failed is not null ? Math.Max(Response.StatusCode, StatusCodes.Status400BadRequest)
            : replaced is not null ? code
            : StatusCodes.Status404NotFound;
        Gone = HttpContext.Features.Get<WhyGone>();
        Reference = HttpContext.Features.Get<FailureReference>()?.Code;
        if (Code == StatusCodes.Status503ServiceUnavailable)
        {
            StoreIsSilent = failed is not null;
            Response.Headers.RetryAfter = "5";
        }
        if (Code == StatusCodes.Status404NotFound && Year(replaced?.OriginalPath) is { } year)
        {
            NearestYear = await NearestYearAsync(year, cancel);
        }
        Response.StatusCode = Code;
    }

    private async Task<int?> NearestYearAsync(int year, CancellationToken cancel)
    {
        // An address without a page is none whether the store answers or not.
        if (!services.GetRequiredService<StoreWatch>().State.CanServe)
        {
            return null;
        }
        try
        {
            return await services.GetRequiredService<ArchiveContext>().Posts.YearsAsync(cancel) is not var (first, last) ? null
                : year < first ? first : year > last ? last : null;
        }
        catch (Exception e) when (services.GetRequiredService<StoreFaults>().CannotBeUsed(e))
        {
            services.GetRequiredService<StoreWatch>().Doubt();
            return null;
        }
    }

    // "/1999", "/1999/05/01": the year that was asked for.
    private static int? Year(string? path) =>
        path?.Split('/') is ["", { Length: 4 } year, ..] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
