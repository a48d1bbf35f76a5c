using System.Security.Cryptography;
using Archive.Store.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Archive.Web.Accounts.Passwords;

/// <summary>
/// A browser from which somebody once signed in with a password says so by a cookie: then a stranger's guessing at the same name does not
/// slow them. It opens nothing by itself, and only the account pages are ever sent it.
/// </summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    // Not __Host-, which must go to all pages of the site.
    public const string Cookie = "__Secure-archive-browser";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Archive.Accounts.KnownBrowser").ToTimeLimitedDataProtector();

    /// <returns>What this browser is called, where it is known to the owner of this name.</returns>
    public string? Of(HttpContext context, string nameKey)
    {
        if (!context.Request.Cookies.TryGetValue(Cookie, out var value))
        {
            return null;
        }
        try
        {
            return seal.Unprotect(value).Split('\n') is [var name, var browser] && name == nameKey ? browser : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, Account account)
    {
        var browser = Of(context, account.NameKey!) ?? RandomNumberGenerator.GetHexString(16);
        context.Response.Cookies.Append(Cookie, seal.Protect($"{account.NameKey}\n{browser}", Lifetime), new()
        {
            Path = "/account", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Lifetime,
        });
    }
}
