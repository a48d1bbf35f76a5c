using Archive.Store;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Accounts.Access;

/// <summary>
/// For what a stolen session must not be enough for: a write path asks whether the session proved its second factor lately, and where it did
/// not, sends to the page that asks for it and comes back.
/// </summary>
internal sealed class FreshProof(TimeProvider clock)
{
    /// <summary>How long a proof counts for what concerns the account itself.</summary>
    public static readonly TimeSpan ForAccount = TimeSpan.FromMinutes(5);

    public bool Has(CurrentAccount who, TimeSpan within) => HasSince(who, clock.GetUtcNow() - within);

    /// <summary>Whether it was proved since a moment, such as when the counting of many changes began.</summary>
    public static bool HasSince(CurrentAccount who, DateTimeOffset moment) => who.ProvedAt >= moment;

    /// <summary>To the page that asks for the second factor, and back to where one was.</summary>
    public static RedirectResult Demand(HttpRequest request) => new(Permalink.Prove(request.Path + request.QueryString));
}
