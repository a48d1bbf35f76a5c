using System.Text;

namespace Archive.Import.Lines;

/// <summary>Bytes to lines: decoding and the listed normalisations.</summary>
public static class LineReader
{
    public const int DefaultMaxLineBytes = 64 * 1024;

    /// <summary>Decodes a seed's bytes and cuts them into lines at LF, CR LF or a lone CR.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="maxLineBytes">A longer line refuses the seed.</param>
    public static SeedText Read(ReadOnlyMemory<byte> bytes, int maxLineBytes = DefaultMaxLineBytes)
    {
        var all = bytes.Span;
        if (all.IsEmpty)
        {
            return Refused("utf-8", null, "file-empty", "the file is empty");
        }
        var encoding = SeedEncoding.Detect(all);
        if (encoding.LooksBinary(all))
        {
            return Refused(encoding.Name, null, "file-binary", "this is not text: too many bytes that no text has");
        }
        var lines = new List<SeedLine>();
        var ends = new List<int>();
        var problems = new List<Problem>();
        var blank = true;
        for (var start = encoding.Preamble; start < all.Length;)
        {
            var (length, next) = encoding.NextLine(all, start);
            if (length > maxLineBytes)
            {
                return Refused(encoding.Name, lines.Count + 1, "line-too-long", $"the line has {length} bytes; at most {maxLineBytes} are read");
            }
            var text = Decode(encoding, all.Slice(start, length), lines.Count + 1, problems);
            blank &= text.Length == 0;
            lines.Add(new SeedLine(lines.Count + 1, text));
            ends.Add(next);
            start = next;
        }
        return blank
            ? Refused(encoding.Name, null, "file-blank", "the file holds nothing but blanks")
            : new SeedText(encoding.Name, lines, ends, problems, null);
    }

    /// <summary>Text that is already decoded (a form's box, a test).</summary>
    public static SeedText Read(string text) => Read(Encoding.UTF8.GetBytes(text), int.MaxValue);

    private static string Decode(SeedEncoding encoding, ReadOnlySpan<byte> line, int number, List<Problem> problems)
    {
        var text = encoding.Decode(line, out var damaged);
        if (damaged)
        {
            problems.Add(new Problem(number, "bytes-invalid", encoding.DamageMessage));
        }
        var clean = LineCleaner.Clean(text, out var controls);
        if (controls > 0)
        {
            problems.Add(new Problem(number, "bytes-control", $"{controls} control character{(controls == 1 ? "" : "s")} left out of the text"));
        }
        return clean;
    }

    private static SeedText Refused(string encoding, int? line, string code, string message) =>
        new(encoding, [], [], [], new Problem(line, code, message));
}

/// <summary>The lines of one seed, how they were decoded, and what was wrong with the bytes.</summary>
/// <param name="Encoding">"utf-8", "utf-8-bom", "utf-16le", "utf-16be" or "windows-1252".</param>
/// <param name="LineEnds">Offset in the file's bytes just past each line's end (its line break included), one a line; the last is the file's length.</param>
/// <param name="Refusal">Why nothing of this seed may be stored (empty, blank, binary, a line too long), or null; then there are no lines.</param>
public sealed record SeedText(string Encoding, IReadOnlyList<SeedLine> Lines, IReadOnlyList<int> LineEnds, IReadOnlyList<Problem> Problems, Problem? Refusal);
