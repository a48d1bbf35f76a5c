using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Archive.Web.Hosting;

/// <summary>
/// A page that has not changed is not sent again: its tag is the hash of its own bytes, so it is the same for every reader, on every
/// machine, and nothing has to be remembered or forgotten when a post changes.
/// </summary>
internal static class PageTags
{
    public static void UsePageTags(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // Files have tags of their own.
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            await next(context);
            return;
        }
        var response = context.Response;
        var wire = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = Tag(page);
            response.GetTypedHeaders().ETag = tag;
            if (HasAlready(context.Request.GetTypedHeaders(), tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.Headers.ContentType = default;
                return;
            }
        }
        // Without a body there is nothing to send, and an error's page is yet to be made.
        if (page.Length > 0)
        {
            response.ContentLength = page.Length;
            page.Position = 0;
            await page.CopyToAsync(wire, context.RequestAborted);
        }
    });

    private static EntityTagHeaderValue Tag(MemoryStream page)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length), hash);
        return new($"\"{Base64Url.EncodeToString(hash[..16])}\"");
    }

    private static bool HasAlready(RequestHeaders request, EntityTagHeaderValue tag) =>
        request.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
