using Archive.Web.Accounts.Access;
using Archive.Web.Accounts.Carrying;
using Archive.Web.Accounts.Passkeys;
using Archive.Web.Accounts.Passwords;
using Archive.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Accounts;

/// <summary>Editors and administrators: how they sign in, and what they may ask for. Readers' pages know nothing of it (decision 0013).</summary>
internal static class AccountsRegistration
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        // Otherwise the only scheme there is would read its cookie on readers' pages too.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        builder.Services.AddAuthentication(options =>
        {
            options.DefaultChallengeScheme = SessionCookie.Scheme;
            options.DefaultForbidScheme = SessionCookie.Scheme;
        }).AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        builder.Services.AddAuthorization(Rules.Add);
        builder.Services.Configure<RazorPagesOptions>(options => options.Conventions.Add(new PageRules()));
        builder.Services.AddAntiforgery(Configure);
        builder.Services.AddIdentity();
        builder.Services.AddSingleton<PasswordHashing>();
        builder.Services.AddSingleton<SecondFactor>();
        builder.Services.AddSingleton<Guesses>();
        builder.Services.AddSingleton<KnownBrowser>();
        builder.Services.AddSingleton<PasswordSignIn>();
        builder.Services.AddSingleton<NewPassword>();
        builder.Services.AddScoped<PasskeyCeremony>();
        builder.Services.AddSingleton<SetUpLinks>();
        builder.Services.AddSingleton<OwnChanges>();
        builder.Services.AddSingleton<OwnWays>();
        builder.Services.AddSingleton<OwnFeeds>();
        builder.Services.AddScoped<SessionCookie>();
        builder.Services.AddCarriedForms();
        builder.Services.AddScoped<SignIns>();
        builder.Services.AddSingleton<FreshProof>();
        builder.Services.AddSingleton<ChangingPace>();
    }

    /// <summary>After routing: only then is it known which rule holds.</summary>
    public static void UseAccounts(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void Configure(AntiforgeryOptions options)
    {
        options.Cookie = new AlwaysSecure { Name = "__Host-archive-form", Path = "/", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict };
        options.FormFieldName = "token";
        options.SuppressXFrameOptionsHeader = true;
    }

    // The policy of the same name refuses to work at http://localhost, where browsers take such cookies.
    private sealed class AlwaysSecure : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
