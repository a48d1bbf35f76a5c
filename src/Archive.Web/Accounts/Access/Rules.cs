using Archive.Store.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Archive.Web.Accounts.Access;

/// <summary>Who may ask for what. Every route has one of these rules or <see cref="ForReaders"/>; a route without a rule is refused to everybody.</summary>
internal static class Rules
{
    /// <summary>Editors and administrators.</summary>
    public const string Editors = "editors";

    public const string Administrators = "administrators";

    /// <summary>Whoever is signed in, for what concerns their own account.</summary>
    public const string AnyAccount = "any account";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(AnyAccount, rule => rule.AddAuthenticationSchemes(Sessions.SessionCookie.Scheme).RequireAuthenticatedUser());
        options.AddPolicy(Editors, rule => rule.AddAuthenticationSchemes(Sessions.SessionCookie.Scheme)
            .RequireRole(nameof(AccountRole.Editor), nameof(AccountRole.Administrator)));
        options.AddPolicy(Administrators, rule => rule.AddAuthenticationSchemes(Sessions.SessionCookie.Scheme)
            .RequireRole(nameof(AccountRole.Administrator)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(asked => asked.Resource is HttpContext context && IsNothing(context.GetEndpoint()))
            .Build();
    }

    // Where nothing stands there is nothing to refuse: that is 404. While somebody develops, what may be a new file has a route of its own.
    private static bool IsNothing(Endpoint? endpoint) => endpoint is null or RouteEndpoint { RoutePattern.RawText: "{**path:file}" };
}
