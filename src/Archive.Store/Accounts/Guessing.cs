using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Store.Accounts;

/// <summary>
/// How far guessing at one name's password has been slowed, on all nodes together. Names fall into a fixed number of rows by their hash,
/// whether there is such an account or not: so the table cannot be filled, says nothing about what was typed, and tells nobody who exists.
/// </summary>
public sealed class Guessing
{
    /// <summary>So many tries at once …</summary>
    public const int AtOnce = 10;

    /// <summary>… and one more every two minutes: 40 in the worst hour.</summary>
    public const long BetweenSeconds = 120;

    private const int Rows = 1 << 16;

    public int Id { get; set; }

    /// <summary>Seconds since 1970 at which all tries so far are paid off.</summary>
    public long PaidAt { get; set; }

    public static int RowOf(string nameKey) => BinaryPrimitives.ReadUInt16BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(nameKey))) % Rows;
}
