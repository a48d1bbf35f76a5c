using System.Globalization;
using System.Security.Claims;
using Archive.Store.Accounts;

namespace Archive.Web.Accounts.Access;

/// <summary>Who asks: as the store knew them a moment ago, not as the cookie says.</summary>
/// <param name="Id">The account's number, which is never given to another.</param>
/// <param name="Session">The session's name in the store.</param>
/// <param name="ProvedAt">When this session last proved more than that it has the cookie: by a passkey, or by a password and a code.</param>
internal sealed record CurrentAccount(long Id, string Name, AccountRole Role, string Session, DateTimeOffset ProvedAt)
{
    public const string SessionClaim = "session";

    public const string ProvedClaim = "proved";

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page has no rule that says so.</exception>
    public static CurrentAccount Of(ClaimsPrincipal user) => new(
        long.Parse(Value(user, ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture),
        Value(user, ClaimTypes.Name),
        Enum.Parse<AccountRole>(Value(user, ClaimTypes.Role)),
        Value(user, SessionClaim),
        ProvedAtOf(user));

    public static DateTimeOffset ProvedAtOf(ClaimsPrincipal user) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Value(user, ProvedClaim), CultureInfo.InvariantCulture));

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            // By this the tokens in forms know whose they are; it is the same after signing in again.
            new(ClaimTypes.NameIdentifier, Id.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, Name),
            new(ClaimTypes.Role, Role.ToString()),
            new(SessionClaim, Session),
            new(ProvedClaim, ProvedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        Sessions.SessionCookie.Scheme));

    private static string Value(ClaimsPrincipal user, string claim) =>
        user.FindFirstValue(claim) ?? throw new InvalidOperationException("Nobody is signed in.");
}
