using System.Text.Unicode;

namespace Archive.Import.Lines;

/// <summary>The single-byte encoding that old pages are in: Latin-1 with curly quotes and dashes at 0x80 to 0x9F.</summary>
internal static class Windows1252
{
    private const string From80 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    public static bool IsUndefined(byte b) => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D;

    public static string Decode(ReadOnlySpan<byte> line)
    {
        var text = new char[line.Length];
        for (var i = 0; i < line.Length; i++)
        {
            text[i] = line[i] is >= 0x80 and <= 0x9F ? From80[line[i] - 0x80] : (char)line[i];
        }
        return new string(text);
    }

    /// <summary>
    /// True where nothing in the file is UTF-8 beyond ASCII and every high byte stands where a Windows-1252 text has one:
    /// an accented letter beside a letter, or a mark. Otherwise it is UTF-8 with damaged lines.
    /// </summary>
    public static bool IsWholly(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80)
            {
                continue;
            }
            if (IsUndefined(b) || IsUtf8Sequence(bytes[i..]))
            {
                return false;
            }
            var besideLetter = (i > 0 && IsLetter(bytes[i - 1])) || (i + 1 < bytes.Length && IsLetter(bytes[i + 1]));
            if (b >= 0xC0 && !besideLetter)
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsUtf8Sequence(ReadOnlySpan<byte> at)
    {
        var length = at[0] switch { >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
        return length > 0 && at.Length >= length && Utf8.IsValid(at[..length]);
    }

    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b) || b >= 0xC0;
}
