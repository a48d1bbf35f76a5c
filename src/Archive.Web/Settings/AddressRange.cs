using System.Globalization;
using System.Net;

namespace Archive.Web.Settings;

/// <summary>One address, or a network of them, as it stands in a setting.</summary>
internal static class AddressRange
{
    /// <summary>
    /// Reads "10.0.0.5", "10.1.0.0/16", "::1", "fd00::/8". Not what is more often a slip than meant: "10.1" (which is 10.0.0.1),
    /// "010.0.0.1" (which is 8.0.0.1), "10.0.0.5/8" (which of the two?), and "/0" (everybody).
    /// </summary>
    public static bool TryParse(string text, out IPNetwork range)
    {
        range = default;
        var (written, length) = text.Split('/') switch
        {
            [var alone] => (alone, null),
            [var network, var bits] => (network, bits),
            _ => ("", null),
        };
        if (!IPAddress.TryParse(written, out var address) || written.Contains('%', StringComparison.Ordinal)
            || !written.Contains(':', StringComparison.Ordinal) && address.ToString() != written)
        {
            return false;
        }
        var most = address.GetAddressBytes().Length * 8;
        var prefix = most;
        if (length is not null && (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix < 1 || prefix > most))
        {
            return false;
        }
        if (address.IsIPv4MappedToIPv6 && prefix >= 97)
        {
            (address, prefix) = (address.MapToIPv4(), prefix - 96);
        }
        range = new(address, prefix);
        return range.BaseAddress.Equals(address);
    }
}
