using System.Globalization;

namespace Archive.Store.Worklists;

/// <summary>Named filters of what is left to do. What was decided is left out by the index over decisions.</summary>
internal static class WorkQueries
{
    private static readonly string[] DateCodes = ["weekday-conflict", "period-unclear"];

    public static IQueryable<Headline> WithoutLink(this IQueryable<Headline> headlines) => headlines.Where(headline => headline.Url == null);

    public static IQueryable<Headline> Undecided(this IQueryable<Headline> headlines, ArchiveContext archive, string list) =>
        headlines.Where(headline => !archive.WorkDecisions.Any(decision => decision.List == list && decision.Item == headline.PublicId));

    /// <summary>The newest post first, each from its top.</summary>
    public static IOrderedQueryable<Headline> InWorkOrder(this IQueryable<Headline> headlines) =>
        headlines.OrderByDescending(headline => headline.PostId).ThenBy(headline => headline.Position);

    public static IQueryable<Headline> After(this IQueryable<Headline> headlines, (long PostId, int Position) place) => headlines.Where(
        headline => headline.PostId <= place.PostId && (headline.PostId < place.PostId || headline.Position > place.Position));

    /// <param name="list"><see cref="Worklist.Dates"/>, or <see cref="Worklist.DoubtfulLines"/> for all others.</param>
    public static IQueryable<SourceProblem> Undecided(this IQueryable<SourceProblem> problems, ArchiveContext archive, string list) =>
        (list == Worklist.Dates ? problems.Where(problem => DateCodes.Contains(problem.Code)) : problems.Where(problem => !DateCodes.Contains(problem.Code)))
            .Where(problem => !archive.WorkDecisions.Any(decision => decision.List == list && decision.Item == problem.Id.ToString()));

    /// <summary>Reads "17.4", the place of a headline in <see cref="InWorkOrder"/>.</summary>
    public static (long PostId, int Position)? Place(string? text) =>
        text?.Split('.') is [var post, var position] && Number(post) is { } id && Number(position) is { } at and <= int.MaxValue ? (id, (int)at) : null;

    public static string Place(long postId, int position) => string.Create(CultureInfo.InvariantCulture, $"{postId}.{position}");

    public static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
