using System.IO.Compression;
using System.Text;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>One line of a source as it was received, made fit to be shown.</summary>
/// <param name="Role">What the parser took it for, as the number that the importer gave it.</param>
/// <param name="IsWithheld">It is of a post that was removed, and is shown to nobody; its text is not here.</param>
public sealed record RawLine(int Number, string Text, byte Role, bool IsWithheld = false);

/// <summary>Reads lines of a kept source; only the chunks that hold them are loaded.</summary>
public static class SourceLines
{
    // Undefined bytes become U+FFFD.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="first">From 1.</param>
    /// <param name="last">Included; lines that the source does not have are left out.</param>
    public static async Task<IReadOnlyList<RawLine>> ReadAsync(
        ArchiveContext context, long sourceId, int first, int last, CancellationToken cancellation = default)
    {
        var (firstChunk, lastChunk) = ((Math.Max(first, 1) - 1) / SourceChunk.LinesPerChunk, (last - 1) / SourceChunk.LinesPerChunk);
        var encoding = await context.Sources.Where(source => source.Id == sourceId).Select(source => source.Encoding).SingleOrDefaultAsync(cancellation);
        var chunks = await context.SourceChunks.AsNoTracking()
            .Where(chunk => chunk.SourceId == sourceId && chunk.Position >= firstChunk && chunk.Position <= lastChunk)
            .OrderBy(chunk => chunk.Position)
            .ToListAsync(cancellation);
        var withheld = await context.RemovedPosts.Hidden().SelectMany(post => post.Copies)
            .Where(copy => copy.SourceId == sourceId && copy.LineFirst <= last && copy.LineLast >= first)
            .Select(copy => new { copy.LineFirst, copy.LineLast }).ToListAsync(cancellation);
        return [.. chunks.SelectMany(chunk => LinesOf(chunk, encoding ?? "utf-8")).Where(line => line.Number >= first && line.Number <= last)
            .Select(line => withheld.Exists(span => line.Number >= span.LineFirst && line.Number <= span.LineLast) ? line with { Text = "", IsWithheld = true } : line)];
    }

    private static IEnumerable<RawLine> LinesOf(SourceChunk chunk, string encoding)
    {
        var content = Inflated(chunk.Content);
        for (var i = 0; i < chunk.LineEnds.Count; i++)
        {
            var start = i == 0 ? 0 : chunk.LineEnds[i - 1];
            var text = Decoded(content.AsSpan(start, chunk.LineEnds[i] - start), encoding);
            yield return new(chunk.Position * SourceChunk.LinesPerChunk + i + 1, Shown(text), chunk.Roles[i]);
        }
    }

    private static byte[] Inflated(byte[] content)
    {
        using var inflate = new DeflateStream(new MemoryStream(content), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        inflate.CopyTo(inflated);
        return inflated.ToArray();
    }

    private static string Decoded(ReadOnlySpan<byte> line, string encoding)
    {
        switch (encoding)
        {
            case "utf-16le":
                return Encoding.Unicode.GetString(line);
            case "utf-16be":
                return Encoding.BigEndianUnicode.GetString(line);
            case "windows-1252":
                return Windows1252.GetString(line);
            default:
                try
                {
                    return StrictUtf8.GetString(line);
                }
                catch (DecoderFallbackException)
                {
                    // As the importer reads it: one bad byte makes the whole line Windows-1252.
                    return Windows1252.GetString(line);
                }
        }
    }

    // "a\0b" is shown as "a␀b"; the line break that ends the line is not shown.
    private static string Shown(string line) => string.Concat(line.TrimEnd('\n').TrimEnd('\r').TrimStart('\ufeff').Select(c => c switch
    {
        '\t' => c,
        < ' ' => (char)(0x2400 + c),
        '\u007f' => '\u2421',
        _ => c,
    }));
}
