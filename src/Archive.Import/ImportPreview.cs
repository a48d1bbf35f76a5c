using Archive.Import.Files;
using Archive.Import.Lines;
using Archive.Import.Matching;
using Archive.Import.Writing;
using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import;

/// <summary>What an import would do with a post.</summary>
public enum PostFate
{
    /// <summary>The archive gets it.</summary>
    Added,

    /// <summary>The archive has it with another text or fewer lines, and gets this text; the former is kept.</summary>
    Supersedes,

    /// <summary>The archive has it with this text, or with a fuller one: only where it stands is added.</summary>
    Known,
}

/// <summary>One post of a file that is to be imported.</summary>
/// <param name="Address">Of the post in the archive that it is; null where there is none yet.</param>
public sealed record PostPreview(ParsedPost Post, PostFate Fate, string? Address);

/// <summary>One file that is to be imported, and what would become of it.</summary>
/// <param name="Layout">Which kind of page it was read as.</param>
public sealed record FilePreview(FileReport Report, Layout Layout, IReadOnlyList<PostPreview> Posts);

/// <summary>One line of a file, and what it was read as.</summary>
/// <param name="Number">From 1.</param>
public sealed record ReadLine(int Number, string Text, LineRole Role);

/// <summary>The dry run of an import, for people to look at: what each post and each line would become. Writes nothing.</summary>
public sealed class ImportPreview(IDbContextFactory<ArchiveContext> store, ImportLimits limits, TimeProvider clock)
{
    public async Task<IReadOnlyList<FilePreview>> ReadAsync(IReadOnlyList<SentFile> files, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var run = new DryRun(store);
        List<FilePreview> previews = [];
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var (seed, _, refusal) = SeedReader.Read(FoundFile.Of(file), limits, now);
            previews.Add(seed is null ? new(Reports.Refused(file.Name, refusal!), Layout.None, []) : await OfAsync(seed, await run.MatchAsync(seed), cancellation));
        }
        return previews;
    }

    /// <returns>No line where the file would be refused.</returns>
    public IReadOnlyList<ReadLine> Lines(SentFile file)
    {
        var text = LineReader.Read(file.Bytes, limits.MaxLineBytes);
        var roles = text.Refusal is null ? SeedParser.Parse(text).Roles : [];
        // A line that the parser said nothing of is set aside, never lost.
        return text.Refusal is null ? [.. text.Lines.Select((line, i) => new ReadLine(line.Number, line.Text, i < roles.Count ? roles[i] : LineRole.SetAside))] : [];
    }

    private async Task<FilePreview> OfAsync(ReadSeed seed, IReadOnlyList<Matched>? matches, CancellationToken cancellation)
    {
        var report = Reports.Of(seed, matches);
        if (matches is null)
        {
            return new(report, seed.Parsed.Layout, [.. seed.Parsed.Posts.Select(post => new PostPreview(post, PostFate.Known, null))]);
        }
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var ids = matches.Select(match => match.Known.Id).Where(id => id > 0).Distinct().ToArray();
        var addresses = (await archive.Posts.Where(post => ids.Contains(post.Id)).Select(post => new { post.Id, post.DateEnd, post.Slug, post.Ordinal }).ToListAsync(cancellation))
            .ToDictionary(post => post.Id, post => Permalink.Post(post.DateEnd, post.Slug, post.Ordinal));
        return new(report, seed.Parsed.Layout, [.. matches.Select(match => new PostPreview(seed.Parsed.Posts[match.Index], FateOf(match.Verdict), addresses.GetValueOrDefault(match.Known.Id)))]);
    }

    private static PostFate FateOf(Verdict verdict) => verdict switch
    {
        Verdict.New => PostFate.Added,
        Verdict.Supersedes or Verdict.ReplacesSample => PostFate.Supersedes,
        _ => PostFate.Known,
    };
}
