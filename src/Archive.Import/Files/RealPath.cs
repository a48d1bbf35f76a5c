namespace Archive.Import.Files;

/// <summary>A path with every symbolic link in it followed.</summary>
internal static class RealPath
{
    // As the kernel does: more links than this are a ring.
    private const int MaxLinks = 40;

    /// <exception cref="IOException">The links lead in a ring.</exception>
    public static string Of(string path)
    {
        var links = 0;
        return Of(Path.GetFullPath(path), ref links);
    }

    public static bool IsInside(string realPath, string realFolder) =>
        realPath.StartsWith(Path.TrimEndingDirectorySeparator(realFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Of(string fullPath, ref int links)
    {
        if (Path.GetDirectoryName(fullPath) is not { } parent)
        {
            return fullPath;
        }
        var real = Path.Combine(Of(parent, ref links), Path.GetFileName(fullPath));
        if (new FileInfo(real).LinkTarget is not { } target)
        {
            return real;
        }
        if (++links > MaxLinks)
        {
            throw new IOException("its symbolic links lead in a ring");
        }
        return Of(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref links);
    }
}
