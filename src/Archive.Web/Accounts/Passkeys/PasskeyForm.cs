namespace Archive.Web.Accounts.Passkeys;

/// <summary>What a page needs to ask a browser for a passkey: what to ask, and what to remember until the answer comes, sealed.</summary>
/// <param name="Verb">"create" or "get", as browsers call it.</param>
internal sealed record PasskeyForm(string Verb, string Options, string State, string Button)
{
    public string Heading { get; init; } = "With a passkey";
}
