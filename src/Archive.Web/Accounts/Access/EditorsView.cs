using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Accounts.Access;

/// <summary>
/// Says that a reading page is made for an editor, who can correct what stands on it. It is made fresh, for this one answer: nothing of it is
/// kept, here or on the way, and it sets no cookie.
/// </summary>
internal sealed record EditorsView(CurrentAccount Who)
{
    /// <returns>Null for readers.</returns>
    public static EditorsView? Of(HttpContext context) => context.Features.Get<EditorsView>();
}

internal static class EditorsViewRegistration
{
    /// <summary>After routing and before pages are kept. Whoever has no session, or one that is no longer good, is a reader.</summary>
    public static void UseEditorsView(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Cookies.ContainsKey(SessionCookie.Name) && context.GetEndpoint() is { } endpoint && ForReaders.Is(endpoint)
            && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && await WhoAsync(context) is { Role: AccountRole.Editor or AccountRole.Administrator } editor)
        {
            context.Features.Set(new EditorsView(editor));
            context.Response.Headers.CacheControl = "private, no-store";
        }
        await next(context);
    });

    private static async Task<CurrentAccount?> WhoAsync(HttpContext context)
    {
        try
        {
            return await context.AuthenticateAsync(SessionCookie.Scheme) is { Succeeded: true, Principal: { } who } ? CurrentAccount.Of(who) : null;
        }
        catch (Exception e) when (context.RequestServices.GetRequiredService<StoreFaults>().CannotBeUsed(e))
        {
            // A page that is kept can be read all the same.
            return null;
        }
    }
}
