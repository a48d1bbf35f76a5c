using Archive.Import.Lines;

namespace Archive.Import;

/// <summary>Text to posts: no I/O, no clock, no database; never throws.</summary>
public static class SeedParser
{
    /// <summary>Parses the lines of one seed. Every line gets exactly one role.</summary>
    public static ParsedSeed Parse(SeedText seed) => new()
    {
        Encoding = seed.Encoding,
        Layout = Layout.None,
        Roles = [],
        Posts = [],
        Problems = [],
    };
}
