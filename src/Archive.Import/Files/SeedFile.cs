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
            return found.Refusal is { } refusal ? (null, refusal) : Read(found.FullPath, found.Path, limits);
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
        if (before.Length > limits.MaxFileBytes)
        {
            return (null, new(null, "file-too-large", $"has {before.Length} bytes; Import:{nameof(limits.MaxFileBytes)} allows {limits.MaxFileBytes}"));
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
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return (new(path, bytes, sha256, SampleManifest.Lists(fullPath, sha256)), null);
    }
}
