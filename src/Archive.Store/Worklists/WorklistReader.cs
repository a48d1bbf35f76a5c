using System.Globalization;
using Archive.Store.Links.Checking;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>What is left to do, a page at a time, and how much it is. From the primary: whoever decided something must not see it again.</summary>
public sealed class WorklistReader(IDbContextFactory<ArchiveContext> store, WorkMemory memory)
{
    /// <param name="after">Where to go on, as <see cref="WorkPage.Next"/> says; null or unreadable for the start.</param>
    /// <returns>Null where there is no such list.</returns>
    public async Task<WorkPage?> ReadAsync(string list, string? after, int take, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return list switch
        {
            Worklist.LostLinks => await HeadlinesAsync(archive, archive.Headlines.WithoutLink(), list, after, take, cancellation),
            Worklist.DeadLinks => await HeadlinesAsync(archive, archive.Headlines.WithDeadLink(archive), list, after, take, cancellation),
            Worklist.Dates or Worklist.DoubtfulLines => await ProblemsAsync(archive, list, after, take, cancellation),
            Worklist.Repeats or Worklist.UncoveredDays => Page(await FoundAsync(archive, list, cancellation), after, take),
            _ => null,
        };
    }

    /// <returns>How many items each list has.</returns>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var lost = await memory.OfAsync(archive, Worklist.LostLinks, () => archive.Headlines.WithoutLink().CountAsync(cancellation), cancellation);
        var decided = await archive.WorkDecisions.CountAsync(
            decision => decision.List == Worklist.LostLinks && archive.Headlines.Any(headline => headline.PublicId == decision.Item && headline.Url == null), cancellation);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [Worklist.LostLinks] = Math.Max(0, lost - decided),
            [Worklist.DeadLinks] = await archive.Headlines.WithDeadLink(archive).Undecided(archive, Worklist.DeadLinks).CountAsync(cancellation),
            [Worklist.Repeats] = (await FoundAsync(archive, Worklist.Repeats, cancellation)).Count,
            [Worklist.Dates] = await archive.Problems.Undecided(archive, Worklist.Dates).CountAsync(cancellation),
            [Worklist.DoubtfulLines] = await archive.Problems.Undecided(archive, Worklist.DoubtfulLines).CountAsync(cancellation),
            [Worklist.UncoveredDays] = (await FoundAsync(archive, Worklist.UncoveredDays, cancellation)).Count,
        };
    }

    private static async Task<WorkPage> HeadlinesAsync(ArchiveContext archive, IQueryable<Headline> headlines, string list, string? after, int take, CancellationToken cancellation)
    {
        var left = headlines.Undecided(archive, list);
        var rows = await (WorkQueries.Place(after) is { } place ? left.After(place) : left).InWorkOrder().Take(take + 1)
            .Select(headline => new
            {
                headline.PublicId, headline.Text, headline.PostId, headline.Position, headline.Post!.Title, headline.Post.DateEnd,
                Came = headline.Post.Provenances.Min(provenance => (DateTime?)provenance.Source!.ImportedAt),
            })
            .ToListAsync(cancellation);
        return new(
            [.. rows.Take(take).Select(row => new WorkItem(
                row.PublicId, row.Text, Permalink.Headline(row.PublicId), row.Title, row.Came ?? row.DateEnd?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)))],
            rows.Count > take ? WorkQueries.Place(rows[take - 1].PostId, rows[take - 1].Position) : null);
    }

    private static async Task<WorkPage> ProblemsAsync(ArchiveContext archive, string list, string? after, int take, CancellationToken cancellation)
    {
        var left = archive.Problems.Undecided(archive, list);
        var rows = await (WorkQueries.Number(after) is { } id ? left.Where(problem => problem.Id < id) : left).OrderByDescending(problem => problem.Id).Take(take + 1)
            .Select(problem => new
            {
                problem.Id, problem.Message, problem.Line, problem.Source!.FileName, problem.Source.ImportedAt,
                Post = archive.Posts.Where(post => post.Id == problem.PostId).Select(post => new { post.Title, post.DateEnd, post.Slug, post.Ordinal }).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return new(
            [.. rows.Take(take).Select(row => new WorkItem(
                row.Id.ToString(CultureInfo.InvariantCulture), row.Message,
                row.Post is { } post ? Permalink.PostSource(post.DateEnd, post.Slug, post.Ordinal) : null,
                string.Join(" · ", new[] { row.Post?.Title, row.FileName, row.Line is { } line ? $"line {line}" : null }.OfType<string>()),
                row.ImportedAt))],
            rows.Count > take ? rows[take - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    private async Task<List<WorkItem>> FoundAsync(ArchiveContext archive, string list, CancellationToken cancellation)
    {
        var all = await memory.OfAsync(
            archive, list, () => list == Worklist.Repeats ? PossibleRepeats.ReadAsync(archive, cancellation) : UncoveredDays.ReadAsync(archive, cancellation), cancellation);
        var decided = await archive.WorkDecisions.Where(decision => decision.List == list).Select(decision => decision.Item).ToHashSetAsync(cancellation);
        return [.. all.Where(item => !decided.Contains(item.Key))];
    }

    // The item where a page went on may have been decided meanwhile: then it goes on at the same number.
    private static WorkPage Page(List<WorkItem> left, string? after, int take)
    {
        var from = (int)Math.Min(WorkQueries.Number(after) ?? 0, left.Count);
        return new(left.GetRange(from, Math.Min(take, left.Count - from)), from + take < left.Count ? (from + take).ToString(CultureInfo.InvariantCulture) : null);
    }
}
