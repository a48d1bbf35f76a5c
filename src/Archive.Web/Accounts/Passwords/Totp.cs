using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Web.Accounts.Passwords;

/// <summary>Six digits that change every half a minute, as all authenticator programs make them (RFC 6238 with SHA-1, which they have in common).</summary>
internal static class Totp
{
    public const int Digits = 6;

    private const int SecretBytes = 20;

    private const int StepSeconds = 30;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What authenticator programs understand; as a keyed hash it is not weakened by collisions.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <returns>The half minute that the code is of: this one, or for clocks that differ a little the one before or after it; null where it is wrong.</returns>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now)
    {
        long? found = null;
        // All three are compared, whichever fits.
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.UTF8.GetBytes(code)))
            {
                found = step;
            }
        }
        return found;
    }

    /// <summary>The secret as it is typed by hand.</summary>
    public static string Text(byte[] secret)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var pair = (secret[bit / 8] << 8) | (bit / 8 + 1 < secret.Length ? secret[bit / 8 + 1] : 0);
            text.Append(Base32[(pair >> (11 - bit % 8)) & 31]);
        }
        return text.ToString();
    }

    /// <summary>The address that an authenticator program reads from a picture.</summary>
    public static string Address(byte[] secret, string site, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(name)}?secret={Text(secret)}&issuer={Uri.EscapeDataString(site)}";
}
