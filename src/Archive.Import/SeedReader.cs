using Archive.Import.Files;
using Archive.Import.Lines;
using Archive.Import.Writing;

namespace Archive.Import;

/// <summary>From a file that was found to posts ready for matching, or the one reason why not.</summary>
internal static class SeedReader
{
    public static (ReadSeed? Seed, SeedFile? File, Problem? Refusal) Read(FoundFile found, ImportLimits limits, DateTime now)
    {
        var (file, refusal) = SeedFile.Read(found, limits);
        if (file is null)
        {
            return (null, null, refusal);
        }
        try
        {
            var text = LineReader.Read(file.Bytes, limits.MaxLineBytes);
            return text.Refusal is null ? (ReadSeed.Of(file, text, SeedParser.Parse(text), now), file, null) : (null, file, text.Refusal);
        }
#pragma warning disable CA1031 // Reading is meant never to fail; if it does all the same, it is this file's fault and not the others'.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (null, file, new(null, "file-failed", $"could not be read as a seed: {e.Message}"));
        }
    }
}
