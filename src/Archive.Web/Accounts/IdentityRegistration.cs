using Archive.Store.Accounts;
using Archive.Web.Accounts.Passwords;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Archive.Web.Accounts;

/// <summary>The parts of ASP.NET Core Identity that are used: how passwords are hashed and passkeys are checked.</summary>
internal static class IdentityRegistration
{
    // Until the site is told its own address, it is somebody's who tries it out at home.
    private const string Home = "localhost";

    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, NameKeys>();
        services.AddIdentityCore<Account>(options => options.User.AllowedUserNameCharacters = "").AddUserStore<AccountStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashing.Iterations);
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteOptions>>((options, site) =>
        {
            // From the settings, never from what a request claims: whoever forges the Host gets passkeys for this site or none.
            var address = string.IsNullOrEmpty(site.Value.BaseAddress) ? null : new Uri(site.Value.BaseAddress);
            options.ServerDomain = address?.IdnHost ?? Home;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
                && (address is null ? origin.Host == Home : origin.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority)));
        });
    }

    private sealed class NameKeys : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name is null ? null : Account.KeyOf(name);

        public string? NormalizeEmail(string? email) => email;
    }
}
