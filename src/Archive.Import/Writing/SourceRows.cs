using System.IO.Compression;
using Archive.Store;

namespace Archive.Import.Writing;

/// <summary>A seed as it is kept: one row for the file, and its raw bytes in chunks of lines.</summary>
internal static class SourceRows
{
    public static Source Of(ReadSeed seed, DateTime importedAt) => new()
    {
        FileName = StoredText.Clean(seed.File.Path),
        Sha256 = seed.File.Sha256,
        Bytes = seed.File.Bytes.Length,
        Encoding = seed.Parsed.Encoding,
        LineCount = seed.LineEnds.Count,
        Layout = Names.Of(seed.Parsed.Layout) ?? "none",
        ImportedAt = importedAt,
        IsSample = seed.File.IsSample,
    };

    public static IEnumerable<SourceChunk> Chunks(ReadSeed seed)
    {
        var ends = seed.LineEnds;
        for (var (position, from) = (0, 0); from < ends.Count; position++, from += SourceChunk.LinesPerChunk)
        {
            var lines = Math.Min(SourceChunk.LinesPerChunk, ends.Count - from);
            var start = from == 0 ? 0 : ends[from - 1];
            var endsHere = Enumerable.Range(from, lines).Select(line => ends[line] - start).ToList();
            yield return new SourceChunk
            {
                Position = position,
                Content = Deflated(seed.File.Bytes.Span[start..(start + endsHere[^1])]),
                LineEnds = endsHere,
                Roles = [.. Enumerable.Range(from, lines).Select(line => (byte)seed.RoleOf(line))],
            };
        }
    }

    private static byte[] Deflated(ReadOnlySpan<byte> bytes)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Fastest))
        {
            deflate.Write(bytes);
        }
        return deflated.ToArray();
    }
}
