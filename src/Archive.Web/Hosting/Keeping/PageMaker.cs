using System.Data;
using Archive.Store;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Hosting.Keeping;

/// <summary>
/// Has a page made whole before a byte of it is sent, gives it its tag, and where pages are kept, the edition it was made from. That is
/// read before the page's own questions and on the same connection: what is newer than its label is made again in vain, what is older
/// would be shown for ever.
/// </summary>
internal sealed class PageMaker(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Files have tags of their own, and what only one person sees has none.
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null || !ForReaders.Is(endpoint) || EditorsView.Of(context) is not null)
        {
            await next(context);
            return;
        }
        var response = context.Response;
        var wire = response.Body;
        using var bytes = new MemoryStream();
        response.Body = bytes;
        EditionMark? edition = null;
        try
        {
            if (context.Features.Get<PageIsWanted>() is { } wanted)
            {
                edition = await FromOneEditionAsync(context, wanted);
            }
            else
            {
                await next(context);
            }
        }
        finally
        {
            response.Body = wire;
        }
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            // A page that says something of its own in the headers is not for everybody.
            var isPlain = response.Headers.Keys.All(name => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));
            var page = MadePage.Of(bytes, response.ContentType, isPlain ? edition : null);
            context.Features.Set(page);
            await page.SendAsync(context);
        }
        // Without a body there is nothing to send, and an error's page is yet to be made.
        else if (bytes.Length > 0)
        {
            response.ContentLength = bytes.Length;
            bytes.Position = 0;
            await bytes.CopyToAsync(wire, context.RequestAborted);
        }
    }

    private async Task<EditionMark?> FromOneEditionAsync(HttpContext context, PageIsWanted wanted)
    {
        var archive = context.RequestServices.GetRequiredService<ArchiveContext>();
        await archive.Database.OpenConnectionAsync(context.RequestAborted);
        var connection = archive.Database.GetDbConnection();
        // Asked again after a fault, another server may have answered, which lags behind this one.
        var isOne = true;
        void Broke(object sender, StateChangeEventArgs change) => isOne = false;
        connection.StateChange += Broke;
        try
        {
            var number = await archive.Editions.Select(edition => edition.Number).SingleAsync(context.RequestAborted);
            await next(context);
            return isOne ? new(wanted.Hearing, number) : null;
        }
        finally
        {
            connection.StateChange -= Broke;
            await archive.Database.CloseConnectionAsync();
        }
    }
}

/// <summary>Says that the page being made is to be kept, and since when the node has been in hearing.</summary>
internal sealed record PageIsWanted(int Hearing);
