using Archive.Store;

namespace Archive.Import.Matching;

/// <summary>What a copy of a post is to the archive.</summary>
internal enum Verdict
{
    /// <summary>Not known: added.</summary>
    New,

    /// <summary>Known with exactly this text: only its provenance is added.</summary>
    Same,

    /// <summary>Known with another or a shorter text: this one is shown from now on, the former is kept.</summary>
    Supersedes,

    /// <summary>Known as one of the project's retold samples: the real page takes its place and address.</summary>
    ReplacesSample,

    /// <summary>Known with more lines, which stay.</summary>
    Shorter,

    /// <summary>Known with as many lines and more beside them, or met in the same run: the other stays.</summary>
    NoFuller,

    /// <summary>Known with less, and since corrected by an editor: that text stays.</summary>
    Corrected,

    /// <summary>A sample of a page that is here itself: left out.</summary>
    SampleOfReal,

    /// <summary>A copy of a post that editors took out: it stays out, and its lines are kept with the file.</summary>
    Removed,
}

/// <summary>A copy of a post, about to be matched.</summary>
/// <param name="HeadlineIds">What the public ids of its headlines are made of (<see cref="HeadlineId.Bits"/>), where no other headline has them.</param>
internal sealed record Copy(SourceKey Key, PostText Text, ulong[] HeadlineIds, bool IsSample, DateTime AsOf)
{
    public Wording Wording => Text.Wording;
}

/// <summary>
/// Decides which known posts a copy belongs to. Same key and mostly the same lines as any copy of a post: that post; the same key and
/// another text: a post of its own; mostly the lines of two: these were one all along. So whichever copy came first, the posts are the same.
/// </summary>
internal static class PostMatcher
{
    // Of the smaller text's lines, as many must stand in the other.
    private const double MostlyTheSame = 0.5;

    /// <returns>The verdict, the post, and those that the copy shows to be the same post.</returns>
    public static (Verdict Verdict, KnownPost? Known, IReadOnlyList<KnownPost> AlsoIt) Match(Copy copy, IReadOnlyList<KnownPost> sameTitle)
    {
        var there = sameTitle.Where(known => known.Removed is null).ToList();
        if (copy.IsSample && there.Find(known => !known.IsSample) is { } real)
        {
            return (Verdict.SampleOfReal, real, []);
        }
        var alike = Alike(copy, there.FindAll(known => known.HasKey(copy.Key.Full) && known.IsSample == copy.IsSample));
        if (!alike.Exists(known => known.PrintedHash == copy.Wording.PrintedHash) && Removed(copy, sameTitle) is { } removed && (alike.Count == 0 || removed.PrintedHash == copy.Wording.PrintedHash))
        {
            return (Verdict.Removed, removed, []);
        }
        if (alike.Find(known => known.IsEdited) is { } edited)
        {
            return (Compare(copy, edited) is var verdict and not Verdict.Supersedes ? verdict : Verdict.Corrected, edited, []);
        }
        if (alike.Count > 0)
        {
            var fullest = alike.Aggregate((a, b) => Fuller(b.Shown!, b.AsOf, a.Shown!, a.AsOf) ? b : a);
            return (Compare(copy, fullest), fullest, [.. alike.Where(known => known != fullest)]);
        }
        var sample = copy.IsSample ? null : there.Where(known => known.IsSample).MinBy(known => known.ContentHash, StringComparer.Ordinal);
        return sample is null ? (Verdict.New, null, []) : (Verdict.ReplacesSample, sample, []);
    }

    // An empty digest that was taken out is no reason to keep out its headlines; and no sample takes the place of a page that was.
    private static KnownPost? Removed(Copy copy, IReadOnlyList<KnownPost> sameTitle) => sameTitle.FirstOrDefault(known => known.Removed is not null
        && (copy.IsSample && !known.IsSample || known.HasKey(copy.Key.Full) && known.IsSample == copy.IsSample && (known.PrintedHash == copy.Wording.PrintedHash
            || known.Copies!.Exists(other => other.IsEmpty && copy.Wording.IsEmpty || other.ContainmentWith(copy.Wording) >= MostlyTheSame))));

    private static List<KnownPost> Alike(Copy copy, List<KnownPost> sameKey)
    {
        if (sameKey.Find(known => known.PrintedHash == copy.Wording.PrintedHash) is { } exact)
        {
            return [exact];
        }
        if (copy.Wording.IsEmpty)
        {
            // An empty digest is contained in any; where there are two, in the first of them.
            return [.. sameKey.OrderBy(known => known.ContentHash, StringComparer.Ordinal).Take(1)];
        }
        return sameKey.FindAll(known => known.Copies!.TrueForAll(other => other.IsEmpty)
            || known.Copies!.Exists(other => other.ContainmentWith(copy.Wording) >= MostlyTheSame));
    }

    private static Verdict Compare(Copy copy, KnownPost known)
    {
        if (copy.Wording.PrintedHash == known.PrintedHash)
        {
            return Verdict.Same;
        }
        if (Fuller(copy.Wording, copy.AsOf, known.Shown!, known.AsOf))
        {
            return Verdict.Supersedes;
        }
        return copy.Wording.Lines.Length < known.Shown!.Lines.Length ? Verdict.Shorter : Verdict.NoFuller;
    }

    // More lines; then more details; then the later import; within one import a rule that knows no order of files.
    private static bool Fuller(Wording copy, DateTime asOf, Wording other, DateTime otherAsOf)
    {
        var order = copy.Lines.Length.CompareTo(other.Lines.Length);
        order = order != 0 ? order : copy.Details.CompareTo(other.Details);
        order = order != 0 ? order : asOf.CompareTo(otherAsOf);
        return (order != 0 ? order : string.CompareOrdinal(copy.PrintedHash, other.PrintedHash)) > 0;
    }
}
