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

    /// <summary>A sample of a page that is here itself: left out.</summary>
    SampleOfReal,
}

/// <summary>A copy of a post, about to be matched.</summary>
internal sealed record Copy(SourceKey Key, PostText Text, bool IsSample, DateTime AsOf);

/// <summary>Decides whether a copy is a post that is known. Same key and mostly the same lines: one post; same key and another text: two.</summary>
internal static class PostMatcher
{
    // Of the smaller text's lines, as many must stand in the other.
    private const double MostlyTheSame = 0.5;

    public static (Verdict Verdict, KnownPost? Known) Match(Copy copy, IReadOnlyList<KnownPost> sameTitle)
    {
        if (copy.IsSample && sameTitle.FirstOrDefault(known => !known.IsSample) is { } real)
        {
            return (Verdict.SampleOfReal, real);
        }
        var known = MostAlike(copy, sameTitle.Where(known => known.Key.Full == copy.Key.Full && known.IsSample == copy.IsSample));
        if (known is not null)
        {
            return (Compare(copy, known), known);
        }
        var sample = copy.IsSample ? null : sameTitle.Where(known => known.IsSample).MinBy(known => known.ContentHash, StringComparer.Ordinal);
        return sample is null ? (Verdict.New, null) : (Verdict.ReplacesSample, sample);
    }

    private static KnownPost? MostAlike(Copy copy, IEnumerable<KnownPost> candidates) => candidates
        .Select(known => (known, likeness: Likeness(copy, known)))
        .Where(pair => pair.likeness >= MostlyTheSame)
        .OrderByDescending(pair => pair.likeness)
        .ThenBy(pair => pair.known.ContentHash, StringComparer.Ordinal)
        .Select(pair => pair.known)
        .FirstOrDefault();

    // An exact copy is above any other likeness.
    private static double Likeness(Copy copy, KnownPost known) =>
        copy.Text.PrintedHash == known.PrintedHash ? 2 : known.Text?.ContainmentWith(copy.Text) ?? 0;

    private static Verdict Compare(Copy copy, KnownPost known)
    {
        if (copy.Text.PrintedHash == known.PrintedHash)
        {
            return Verdict.Same;
        }
        var lines = copy.Text.Lines.Length.CompareTo(known.Text!.Lines.Length);
        return lines != 0
            ? lines > 0 ? Verdict.Supersedes : Verdict.Shorter
            : Fuller(copy, known) ? Verdict.Supersedes : Verdict.NoFuller;
    }

    // As many lines on both sides: more details, then the later import; within one import a rule that knows no order of files.
    private static bool Fuller(Copy copy, KnownPost known)
    {
        var order = copy.Text.Details.CompareTo(known.Text!.Details);
        order = order != 0 ? order : copy.AsOf.CompareTo(known.AsOf);
        return (order != 0 ? order : string.CompareOrdinal(copy.Text.PrintedHash, known.PrintedHash)) > 0;
    }
}
