using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Archive.Web.Tests.Accounts;

/// <summary>What a browser and its device say when they are asked for a passkey (WebAuthn, level 3); here each word of it can be forged.</summary>
internal sealed class PlayedDevice : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string owner = "";

    /// <summary>How often it has signed.</summary>
    public uint Count { get; set; }

    /// <summary>How an answer differs from the right one.</summary>
    public sealed record Forgery(string Name)
    {
        public string Origin { get; init; } = "http://localhost";

        public string Site { get; init; } = "localhost";

        public bool IsVerified { get; init; } = true;

        public string? Type { get; init; }

        /// <summary>Where the challenge is from another question.</summary>
        public string? Challenge { get; init; }

        /// <summary>Who signs where it is not the device itself.</summary>
        public PlayedDevice? Signer { get; init; }

        public long MoreCount { get; init; } = 1;
    }

    /// <summary>The answer where a passkey is to be made.</summary>
    public string Create(string options, Forgery forgery)
    {
        using var asked = JsonDocument.Parse(options);
        owner = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        // CBOR: a map of five, and a map of three around it.
        byte[] publicKey = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(forgery, 0x40), .. new byte[16], 0, (byte)id.Length, .. id, .. publicKey];
        byte[] attestation = [0xA3, .. Word("fmt"), .. Word("none"), .. Word("attStmt"), 0xA0, .. Word("authData"), 0x58, (byte)data.Length, .. data];
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(Client(asked, forgery, "webauthn.create")), ["attestationObject"] = Base64Url.EncodeToString(attestation),
        });
    }

    /// <summary>The answer where somebody is to sign in.</summary>
    public string Get(string options, Forgery forgery)
    {
        using var asked = JsonDocument.Parse(options);
        Count = (uint)(Count + forgery.MoreCount);
        byte[] client = Client(asked, forgery, "webauthn.get"), data = Data(forgery, 0);
        var signature = (forgery.Signer ?? this).key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client), ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(signature), ["userHandle"] = owner,
        });
    }

    public void Dispose() => key.Dispose();

    private static byte[] Word(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Client(JsonDocument asked, Forgery forgery, string type) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["type"] = forgery.Type ?? type, ["challenge"] = forgery.Challenge ?? asked.RootElement.GetProperty("challenge").GetString()!,
        ["origin"] = forgery.Origin, ["crossOrigin"] = false,
    });

    private byte[] Data(Forgery forgery, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.ASCII.GetBytes(forgery.Site)), (byte)(flags | (forgery.IsVerified ? 0x05 : 0x01)), .. count];
    }

    private string Credential(Dictionary<string, object> response) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["id"] = Base64Url.EncodeToString(id), ["rawId"] = Base64Url.EncodeToString(id), ["type"] = "public-key", ["response"] = response,
        ["authenticatorAttachment"] = "platform", ["clientExtensionResults"] = new Dictionary<string, object>(),
    });
}
