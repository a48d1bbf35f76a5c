namespace Archive.Import.Lines;

/// <summary>Bytes to lines: decoding and the listed normalisations.</summary>
public static class LineReader
{
    public const int DefaultMaxLineBytes = 64 * 1024;

    /// <summary>Decodes a seed's bytes and cuts them into lines.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="maxLineBytes">A longer line refuses the seed.</param>
    public static SeedText Read(ReadOnlyMemory<byte> bytes, int maxLineBytes = DefaultMaxLineBytes) => new("utf-8", [], [], [], null);
}

/// <summary>The lines of one seed, how they were decoded, and what was wrong with the bytes.</summary>
/// <param name="Encoding">"utf-8", "utf-8-bom", "utf-16le", "utf-16be" or "windows-1252".</param>
/// <param name="LineEnds">Offset in the file's bytes just past each line's end (its line break included), one a line; the last is the file's length.</param>
/// <param name="Refusal">Why nothing of this seed may be stored (empty, blank, binary, a line too long), or null; then there are no lines.</param>
public sealed record SeedText(string Encoding, IReadOnlyList<SeedLine> Lines, IReadOnlyList<int> LineEnds, IReadOnlyList<Problem> Problems, Problem? Refusal);
