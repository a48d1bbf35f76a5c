using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Store;

namespace Archive.Import.Writing;

/// <summary>A post as it was, as JSON: without the numbers of rows, which mean nothing once it has been superseded.</summary>
internal static class Snapshot
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Post post) => JsonSerializer.Serialize(
        new
        {
            Kind = PostKindName.Of(post.Kind), post.Title, post.TitleInferred, post.Series, post.DateStart, post.DateEnd,
            DatePrecision = post.DatePrecision?.ToString().ToLowerInvariant(), post.Slug, post.Ordinal, post.SourceKey, post.ContentHash, post.PrintedHash,
            Outlet = post.Outlet?.Name, post.Place, post.Issuer, post.Author, post.Agency, post.Addressee, post.Standfirst, post.Salutation, post.SignOff,
            post.Caption, post.Credit, post.IsExcerpt, post.IsSample,
            Categories = post.Categories.Select(category => category.Name).Order(StringComparer.Ordinal),
            Headlines = post.Headlines.Select(headline => new { Id = headline.PublicId, headline.Text, headline.Url, headline.PrintedUrl, Outlet = headline.Outlet?.Name, headline.Section }),
            Passages = post.Passages.Select(passage => new { Role = passage.Role.ToString(), passage.Text }),
            Signatories = post.Signatories.Select(signatory => new { signatory.Name, signatory.Place }),
            Endnotes = post.Endnotes.Select(endnote => new { endnote.Number, endnote.Text, Outlet = endnote.OutletName, endnote.Date, endnote.Url }),
        },
        Plain);
}
