using System.Security.Cryptography;

namespace Archive.Import.Files;

/// <summary>A seed's bytes, read whole.</summary>
internal sealed record SeedFile(string Path, ReadOnlyMemory<byte> Bytes, string Sha256, bool IsSample)
{
    /// <summary>Reads a file that was found, or says why not; no exception escapes.</summary>
    public static (SeedFile? File, Problem? Refusal) Read(FoundFile found, ImportLimits limits)
    {
        try
        {
            return found switch
            {
                { Refusal: { } refusal } => (null, refusal),
                { Sent: { } bytes } => Sent(bytes, found.Path, limits),
                _ => Read(found.FullPath, found.Path, limits),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, new(null, "file-unreadable", $"cannot be read: {e.Message}"));
        }
    }

    private static (SeedFile? File, Problem? Refusal) Read(string fullPath, string path, ImportLimits limits)
    {
        var before = new FileInfo(fullPath);
        // A pipe or a device has no length: asking first means that none is ever opened, so none can hold us up.
        if (before.Length == 0)
        {
            return (null, new(null, "file-empty", "is empty, or is no ordinary file"));
        }
        if (TooLarge(before.Length, limits) is { } tooLarge)
        {
            return (null, tooLarge);
        }
        var bytes = new byte[before.Length];
        using (var file = new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
        {
            var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var after = new FileInfo(fullPath);
            if (read < bytes.Length || after.Length != before.Length || after.LastWriteTimeUtc != before.LastWriteTimeUtc)
            {
                return (null, new(null, "file-changing", "was changed while it was read; import it again"));
            }
        }
        var sha256 = Hash(bytes);
        return (new(path, bytes, sha256, SampleManifest.Lists(fullPath, sha256)), null);
    }

    // Nothing tells a sample but the list beside it.
    private static (SeedFile? File, Problem? Refusal) Sent(ReadOnlyMemory<byte> bytes, string name, ImportLimits limits) =>
        bytes.IsEmpty ? (null, new(null, "file-empty", "is empty"))
        : TooLarge(bytes.Length, limits) is { } tooLarge ? (null, tooLarge)
        : (new(name, bytes, Hash(bytes.Span), IsSample: false), null);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Problem? TooLarge(long length, ImportLimits limits) => length <= limits.MaxFileBytes
        ? null
        : new(null, "file-too-large", $"has {length} bytes; Import:{nameof(limits.MaxFileBytes)} allows {limits.MaxFileBytes}");
}
