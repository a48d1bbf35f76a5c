using System.Runtime.InteropServices;
using Archive.Store;

namespace Archive.Import.Matching;

/// <summary>The headlines that an editor mended, as the sources print them: so that each still finds its line in a further copy.</summary>
internal static class EditedWording
{
    /// <param name="now">What the post says now.</param>
    /// <param name="copies">Its provenances, which know on which line each headline stands.</param>
    public static Wording AsPrinted(Wording now, IEnumerable<Provenance> copies)
    {
        ulong[] lines = [.. now.Lines];
        foreach (var copy in copies)
        {
            var printed = MemoryMarshal.Cast<byte, ulong>(copy.Fingerprints);
            for (var position = 0; position < Math.Min(copy.HeadlineLines.Count, now.HeadlineCount); position++)
            {
                if (copy.PrintedHeadlineLines.IndexOf(copy.HeadlineLines[position]) is var at and >= 0)
                {
                    lines[position] = printed[at];
                }
            }
        }
        return now with { Lines = lines };
    }
}
