using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Web.Accounts.Access;
using Archive.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Archive.Web.Accounts.Carrying;

/// <summary>
/// Keeps what was typed when it could not be taken. It goes back to the browser that sent it, in a page: never into an address, and through
/// signing in only sealed to the account that typed it. Read only where the browser has our cookie, be it of a session that is over: that
/// cookie does not come with what another site sends.
/// </summary>
internal sealed class SentForms(IDataProtectionProvider protection, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>In bytes, as sent; the desk's largest form.</summary>
    public const int Largest = Pages.Desk.Lists.NewModel.LargestForm;

    private const string Token = "token";

    // As long as a session can be.
    private static readonly TimeSpan Patience = Archive.Store.Accounts.Session.Longest;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = Pages.Desk.Lists.NewModel.MostFields, ValueLengthLimit = Pages.Desk.Lists.NewModel.LargestPaste, KeyLengthLimit = 100, BufferBodyLengthLimit = Largest,
    };

    /// <returns>The form that a request carries; null where it is none of the desk's.</returns>
    public async Task<SentForm?> ReadAsync(HttpContext context, PathString path)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase) || !request.HasFormContentType || OwnerOf(context) is null)
        {
            return null;
        }
        try
        {
            var form = context.Features.Get<IFormFeature>()?.Form ?? await ReadAsync(context);
            return new(path + request.QueryString, [.. form.Where(sent => sent.Key != Token).Select(sent => KeyValuePair.Create(sent.Key, sent.Value.ToString()))], form[Token]);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException)
        {
            // Cut on its way, or larger than anything that is typed.
            return null;
        }
    }

    /// <summary>Whose session the cookie is, or was.</summary>
    public long? OwnerOf(HttpContext context)
    {
        var options = cookies.Get(SessionCookie.Scheme);
        return options.CookieManager.GetRequestCookie(context, options.Cookie.Name!) is { } cookie && options.TicketDataFormat.Unprotect(cookie) is { } ticket
            ? CurrentAccount.Of(ticket.Principal).Id : null;
    }

    public string Seal(long owner, SentForm form)
    {
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(pack, form with { Token = null });
        }
        return Base64Url.EncodeToString(SealOf(owner).Protect(packed.ToArray(), Patience));
    }

    /// <returns>Null for whoever did not type it.</returns>
    public SentForm? Open(long owner, string carried)
    {
        try
        {
            using var unpack = new GZipStream(new MemoryStream(SealOf(owner).Unprotect(Base64Url.DecodeFromChars(carried))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<SentForm>(unpack);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector SealOf(long owner) => protection.CreateProtector("Archive.Accounts.SentForms", FormattableString.Invariant($"{owner}")).ToTimeLimitedDataProtector();

    private static Task<IFormCollection> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Largest;
        }
        return new FormFeature(context.Request, Limits).ReadFormAsync(context.RequestAborted);
    }
}
