namespace Archive.Import.Files;

/// <summary>
/// The project's own retold seeds are known by <c>samples.sha256</c> in their folder, written by sha256sum: so that neither a sample that
/// somebody put a real page in place of, nor any other folder called "seeds", is taken for one.
/// </summary>
internal static class SampleManifest
{
    public const string FileName = "samples.sha256";

    private const int MaxBytes = 1024 * 1024;

    public static bool Lists(string seedPath, string sha256)
    {
        var manifest = new FileInfo(Path.Combine(Path.GetDirectoryName(seedPath) ?? "", FileName));
        if (!manifest.Exists || manifest.Length is 0 or > MaxBytes)
        {
            return false;
        }
        // 25b8c1c79a1e4dfe29f448e9bfb57a111eb55d9a9bda841d04d53493ac443a57  000.txt
        return File.ReadLines(manifest.FullName).Any(line => line.StartsWith(sha256, StringComparison.OrdinalIgnoreCase));
    }
}
