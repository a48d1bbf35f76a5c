using System.Globalization;
using System.Text;
using QRCoder;

namespace Archive.Web.Accounts.Passwords;

/// <summary>A QR code as the path of an SVG picture, made here: the secret in it goes to nobody else.</summary>
/// <param name="Size">Squares on each side, with the white margin that readers of such codes need.</param>
internal sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                var first = x;
                while (x < row.Length && row[x])
                {
                    x++;
                }
                if (x > first)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{first} {y}h{x - first}v1h-{x - first}z");
                }
            }
        }
        return new(code.ModuleMatrix.Count, path.ToString());
    }
}
