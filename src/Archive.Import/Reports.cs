using System.Globalization;
using Archive.Import.Lines;
using Archive.Import.Matching;
using Archive.Import.Writing;
using Archive.Store.Removal;

namespace Archive.Import;

/// <summary>Puts into words and numbers what became of a file.</summary>
internal static class Reports
{
    public static FileReport Refused(string path, Problem refusal) => new() { Path = path, Outcome = FileOutcome.Refused, Problems = [refusal] };

    /// <param name="matches">Null where these very bytes had been imported before.</param>
    public static FileReport Of(ReadSeed seed, IReadOnlyList<Matched>? matches) => new()
    {
        Path = seed.File.Path,
        Outcome = matches is null || (matches.Count > 0 && matches.All(match => match.Verdict == Verdict.SampleOfReal)) ? FileOutcome.AlreadyThere : FileOutcome.Imported,
        Lines = CountsOf(seed),
        Posts = matches is null ? new(Unchanged: seed.Parsed.Posts.Count) : new(
            Added: matches.Count(match => match.Verdict == Verdict.New),
            Superseded: matches.Count(match => match.Verdict is Verdict.Supersedes or Verdict.ReplacesSample),
            Unchanged: matches.Count(match => match.Verdict is Verdict.Same or Verdict.SampleOfReal),
            Shorter: matches.Count(match => match.Verdict is Verdict.Shorter or Verdict.NoFuller or Verdict.Corrected),
            Removed: matches.Count(match => match.Verdict == Verdict.Removed)),
        Headlines = seed.Parsed.Posts.Sum(post => post.Headlines.Count),
        Problems = seed.Problems,
        Notes = [.. (matches ?? []).Select(match => NoteOn(match, seed.Parsed.Posts[match.Index])).OfType<string>()],
    };

    /// <summary>The same file, written but not known to be kept.</summary>
    public static FileReport Unconfirmed(FileReport file) => file with
    {
        Outcome = FileOutcome.Unconfirmed,
        Notes = [.. file.Notes, "checking: the database's standby has not confirmed it; the same command again settles it, and goes on with the files that were left"],
    };

    private static LineCounts CountsOf(ReadSeed seed)
    {
        var roles = Enumerable.Range(0, seed.LineEnds.Count).CountBy(seed.RoleOf).ToDictionary();
        var (blank, boilerplate, setAside) = (roles.GetValueOrDefault(LineRole.Blank), roles.GetValueOrDefault(LineRole.Boilerplate), roles.GetValueOrDefault(LineRole.SetAside));
        return new(blank, boilerplate, seed.LineEnds.Count - blank - boilerplate - setAside, setAside);
    }

    private static string StateOf(RemovedPost removed)
    {
        var on = removed.RemovedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return removed.State == RemovedState.Withdrawn ? $"was withdrawn on {on}" : $"was moved to the trash on {on}";
    }

    private static string? NoteOn(Matched match, ParsedPost post) => match.Verdict switch
    {
        _ when match.Joined => $"line {post.LineFirst}: this copy of \"{post.Title}\" shows that posts held for two are one; the fullest text is shown, the others are kept",
        Verdict.Supersedes => $"line {post.LineFirst}: another text of \"{post.Title}\"; it supersedes the former, which is kept",
        Verdict.ReplacesSample => $"line {post.LineFirst}: \"{post.Title}\" takes the place of its sample",
        Verdict.Shorter => $"line {post.LineFirst}: a shorter copy of \"{post.Title}\"; the fuller text stays",
        Verdict.Corrected => $"line {post.LineFirst}: another copy of \"{post.Title}\"; the text that an editor corrected stays",
        Verdict.NoFuller => $"line {post.LineFirst}: another copy of \"{post.Title}\", no fuller; the text that is there stays",
        Verdict.Removed => $"line {post.LineFirst}: \"{post.Title}\" {StateOf(match.Known.Removed!)}, and stays so; its lines are kept with the file",
        Verdict.SampleOfReal => $"line {post.LineFirst}: a sample of \"{post.Title}\", whose own page is there; it changes nothing",
        _ => null,
    };
}
