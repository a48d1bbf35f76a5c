namespace Archive.Store;

/// <summary>Eight bytes for a line of text, by which copies of one post are compared (<see cref="Provenance.Fingerprints"/>).</summary>
public static class LineFingerprint
{
    // FNV-1a: the same on every machine, and quick; nothing but the matching of two copies of one post hangs on it.
    public static ulong Of(string folded)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in folded)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }
        return hash;
    }
}
