using System.Text.Json;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>A device with passkeys, which Chromium plays: it always agrees, and knows its owner.</summary>
internal sealed class Authenticator(ICDPSession session, string id)
{
    public static async Task<Authenticator> AddAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return new(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether it recognises whoever holds it.</summary>
    public Task SetVerifiedAsync(bool isVerified) => session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = isVerified });

    /// <summary>Puts a copy of its only passkey in its place, as it was when it had signed so often.</summary>
    public async Task CopyFromBackThenAsync(int signCount)
    {
        var all = await session.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id });
        var passkey = all!.Value.GetProperty("credentials").EnumerateArray().Single().Deserialize<Dictionary<string, object>>()!;
        passkey["signCount"] = signCount;
        await session.SendAsync("WebAuthn.clearCredentials", new() { ["authenticatorId"] = id });
        await session.SendAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = id, ["credential"] = passkey });
    }
}
