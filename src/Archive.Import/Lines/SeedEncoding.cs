using System.Text;
using System.Text.Unicode;

namespace Archive.Import.Lines;

/// <summary>How the bytes of one seed are read: decided once for the file, then asked line by line.</summary>
internal sealed record SeedEncoding(string Name, int Preamble, int Unit, bool AllValid)
{
    private static readonly string[] Magic = ["\u007fELF", "PK\u0003\u0004", "%PDF-", "\u001f\u008b", "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "SQLite format 3"];

    public string DamageMessage => Unit == 2 ? "half a UTF-16 character; shown as U+FFFD" : "not valid UTF-8; this line was read as Windows-1252";

    private bool IsBigEndian => Name == "utf-16be";

    public static SeedEncoding Detect(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new("utf-8-bom", 3, 1, Utf8.IsValid(bytes[3..])),
        [0xFF, 0xFE, ..] => new("utf-16le", 2, 2, true),
        [0xFE, 0xFF, ..] => new("utf-16be", 2, 2, true),
        _ when Utf16WithoutMark(bytes) is { } name => new(name, 0, 2, true),
        _ when Utf8.IsValid(bytes) => new("utf-8", 0, 1, true),
        _ when Windows1252.IsWholly(bytes) => new("windows-1252", 0, 1, false),
        _ => new("utf-8", 0, 1, false),
    };

    // "R\0e\0s\0p\0": every second byte of Latin text is zero, and every line break of any text.
    private static string? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return null;
        }
        int even = 0, odd = 0, both = 0, breaks = 0;
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        for (var i = 0; i < sample.Length - 1; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
            both += sample[i] == 0 && sample[i + 1] == 0 ? 1 : 0;
            breaks += sample[i] + sample[i + 1] is '\n' or '\r' && (sample[i] == 0 || sample[i + 1] == 0) ? 1 : 0;
        }
        var pairs = sample.Length / 2;
        var few = pairs / 20;
        return both > few ? null : (even, odd) switch
        {
            _ when odd > pairs / 4 && even <= few => "utf-16le",
            _ when even > pairs / 4 && odd <= few => "utf-16be",
            _ when breaks > 0 && odd > 0 && even == 0 && !Utf8.IsValid(bytes) => "utf-16le",
            _ when breaks > 0 && even > 0 && odd == 0 && !Utf8.IsValid(bytes) => "utf-16be",
            _ => null,
        };
    }

    /// <summary>A picture or a program named .txt: a known beginning, or one byte in twenty that no text has.</summary>
    public bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var magic in Magic)
        {
            if (bytes.StartsWith(Encoding.Latin1.GetBytes(magic)))
            {
                return true;
            }
        }
        if (Unit == 2)
        {
            return false;
        }
        var odd = 0;
        foreach (var b in bytes)
        {
            odd += (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B)) || b == 0x7F || (!AllValid && Windows1252.IsUndefined(b)) ? 1 : 0;
        }
        return odd * 20L > bytes.Length && (odd >= 8 || odd * 2L > bytes.Length);
    }

    /// <summary>The line that starts here: its length in bytes without its line break, and where the next one starts.</summary>
    public (int Length, int Next) NextLine(ReadOnlySpan<byte> bytes, int start)
    {
        var rest = bytes[start..];
        if (Unit == 1)
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            return end < 0 ? (rest.Length, bytes.Length)
                : (end, start + end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1));
        }
        for (var i = 0; i + 1 < rest.Length; i += 2)
        {
            if (UnitAt(rest, i) is var c && c is '\n' or '\r')
            {
                return (i, start + i + (c == '\r' && i + 3 < rest.Length && UnitAt(rest, i + 2) == '\n' ? 4 : 2));
            }
        }
        return (rest.Length, bytes.Length);
    }

    /// <param name="damaged">True where the bytes are not what the encoding allows: each such place is read as best it can be.</param>
    public string Decode(ReadOnlySpan<byte> line, out bool damaged)
    {
        damaged = false;
        if (Unit == 2)
        {
            var units = new char[(line.Length + 1) / 2];
            for (var i = 0; i < units.Length; i++)
            {
                units[i] = 2 * i + 1 < line.Length ? UnitAt(line, 2 * i) : '\uFFFD';
            }
            damaged = line.Length % 2 != 0 || LoneSurrogates.Replace(units);
            return new string(units);
        }
        if (Name == "windows-1252")
        {
            return Windows1252.Decode(line);
        }
        if (AllValid || Utf8.IsValid(line))
        {
            return Encoding.UTF8.GetString(line);
        }
        damaged = true;
        return Windows1252.Decode(line);
    }

    private char UnitAt(ReadOnlySpan<byte> bytes, int i) => IsBigEndian ? (char)(bytes[i] << 8 | bytes[i + 1]) : (char)(bytes[i + 1] << 8 | bytes[i]);
}
