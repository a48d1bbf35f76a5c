using System.Runtime.InteropServices;
using Archive.Store;

namespace Archive.Import.Matching;

/// <summary>What one copy of a post says, as far as another copy is compared with it.</summary>
/// <param name="PrintedHash">Over everything printed.</param>
/// <param name="Lines">One number a line of text, repeats kept: first the headlines in order, then the rest.</param>
/// <param name="HeadlineCount">How many of <paramref name="Lines"/> are headlines.</param>
/// <param name="Details">How many details stand beside the lines: addresses, outlets, a place, the end of the text …</param>
internal sealed record Wording(string PrintedHash, ulong[] Lines, int HeadlineCount, int Details)
{
    public bool IsEmpty => Lines.Length == 0;

    public byte[] Fingerprints => MemoryMarshal.AsBytes(Lines.AsSpan()).ToArray();

    /// <summary>The wording of a copy that was imported before.</summary>
    public static Wording Of(Provenance copy) =>
        new(copy.PrintedHash, MemoryMarshal.Cast<byte, ulong>(copy.Fingerprints).ToArray(), copy.PrintedHeadlineLines.Count, copy.TextDetails);

    /// <summary>The part of the smaller text's lines that the other has too; 0 where one has none.</summary>
    public double ContainmentWith(Wording other)
    {
        var (small, large) = (Lines.ToHashSet(), other.Lines.ToHashSet());
        if (small.Count > large.Count)
        {
            (small, large) = (large, small);
        }
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }

    /// <summary>The lines on which a copy prints the headlines that are shown, by their position: 0 where it lacks one; none where it lacks all.</summary>
    /// <param name="lines">The line of each headline of this copy, in its own order.</param>
    public List<int> LinesOf(Wording shown, IReadOnlyList<int> lines)
    {
        if (ReferenceEquals(shown, this))
        {
            return [.. lines];
        }
        Dictionary<(ulong Line, int Occurrence), int> printed = [];
        foreach (var (headline, line) in Headlines().Zip(lines))
        {
            printed[headline] = line;
        }
        List<int> found = [.. shown.Headlines().Select(headline => printed.GetValueOrDefault(headline))];
        return found.TrueForAll(line => line == 0) ? [] : found;
    }

    private IEnumerable<(ulong Line, int Occurrence)> Headlines()
    {
        Dictionary<ulong, int> seen = [];
        foreach (var line in Lines.Take(HeadlineCount))
        {
            seen[line] = seen.GetValueOrDefault(line) + 1;
            yield return (line, seen[line]);
        }
    }
}
