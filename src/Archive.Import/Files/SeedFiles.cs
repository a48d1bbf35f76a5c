namespace Archive.Import.Files;

/// <summary>A file to be read, or one that was found and must not be.</summary>
/// <param name="FullPath">With a link that may be followed resolved: what is looked at is then what is opened.</param>
/// <param name="Path">Relative to the folder that was named, '/' between folders.</param>
internal sealed record FoundFile(string FullPath, string Path, Problem? Refusal = null)
{
    /// <summary>What is in it, where that was sent and there is nothing to open.</summary>
    public ReadOnlyMemory<byte>? Sent { get; private init; }

    /// <summary>In bytes; 0 where it was refused before anybody looked.</summary>
    public long Length => Sent?.Length ?? (Refusal is null && new FileInfo(FullPath) is { Exists: true } file ? file.Length : 0);

    public static FoundFile Of(SentFile sent) => new("", sent.Name) { Sent = sent.Bytes };
}

/// <summary>Finds the seeds under the paths that were named, and looks at each before anything opens it.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<FoundFile> Find(ImportRequest request)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. request.Paths.SelectMany(FindUnder).Where(file => seen.Add($"{file.FullPath}\n{file.Path}")), .. request.Sent.Select(FoundFile.Of)];
    }

    private static IEnumerable<FoundFile> FindUnder(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(full))
        {
            // A path that leads nowhere is named as it was typed.
            var name = Path.Exists(full) || new FileInfo(full).LinkTarget is not null ? Path.GetFileName(full) : path;
            return [Looked(new FileInfo(full), name, Path.GetDirectoryName(full) ?? full)];
        }
        List<FoundFile> found = [];
        Walk(new DirectoryInfo(full), "", full, found);
        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return found;
    }

    private static void Walk(DirectoryInfo folder, string prefix, string root, List<FoundFile> found)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            found.Add(new(folder.FullName, prefix.TrimEnd('/'), new(null, "folder-unreadable", $"cannot be read: {e.Message}")));
            return;
        }
        foreach (var entry in entries)
        {
            var path = prefix + entry.Name;
            if (entry is DirectoryInfo inner && !IsNamedAsSeed(entry.Name))
            {
                // A link to a folder is not followed: it may lead out, or round in a ring.
                if (inner.LinkTarget is null)
                {
                    Walk(inner, path + "/", root, found);
                }
            }
            else if (IsNamedAsSeed(entry.Name))
            {
                found.Add(Looked(entry, path, root));
            }
        }
    }

    // A folder's README.md tells people about the seeds; it is none.
    private static bool IsNamedAsSeed(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".txt" or ".md" && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase);

    private static FoundFile Looked(FileSystemInfo entry, string path, string root)
    {
        try
        {
            var real = entry.LinkTarget is null ? entry.FullName : RealPath.Of(entry.FullName);
            return new(real, path, RefusalOf(entry, real, root));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(entry.FullName, path, new(null, "file-unreadable", $"cannot be read: {e.Message}"));
        }
    }

    private static Problem? RefusalOf(FileSystemInfo entry, string real, string root) => entry switch
    {
        { LinkTarget: not null } when !RealPath.IsInside(real, RealPath.Of(root)) => new(null, "file-link", "is a symbolic link that leads out of its folder"),
        _ when Directory.Exists(real) => new(null, "file-folder", "is a folder, not a file"),
        _ when File.Exists(real) => null,
        _ when entry.Name.Contains('\ufffd', StringComparison.Ordinal) => new(null, "file-unreadable", "has a name that is no valid UTF-8"),
        _ => new(null, "file-missing", "is not there"),
    };
}
