using System.Buffers.Text;
using System.Security.Cryptography;
using Archive.Store;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Archive.Web.Hosting.Keeping;

/// <summary>
/// A finished page, the same for every reader. Its tag is the hash of its own bytes, so it is the same on every node, and nothing has to be
/// remembered or forgotten when a post changes.
/// </summary>
/// <param name="Edition">From which edition it was made; null where that cannot be said for certain, so that it must not be kept.</param>
internal sealed record MadePage(byte[] Bytes, string? ContentType, EntityTagHeaderValue Tag, EditionMark? Edition)
{
    public static MadePage Of(MemoryStream bytes, string? contentType, EditionMark? edition)
    {
        var page = bytes.ToArray();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(page, hash);
        return new(page, contentType, new($"\"{Base64Url.EncodeToString(hash[..16])}\""), edition);
    }

    /// <summary>Sends it, or only that the reader's browser has it already.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.GetTypedHeaders().ETag = Tag;
        if (HasAlready(context.Request.GetTypedHeaders()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ContentType = default;
            return;
        }
        response.ContentType = ContentType;
        response.ContentLength = Bytes.Length;
        await response.Body.WriteAsync(Bytes, context.RequestAborted);
    }

    private bool HasAlready(RequestHeaders request) =>
        request.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(Tag, useStrongComparison: false));
}
