using Archive.Store.Links.Checking;

namespace Archive.Web.Fetching.Checking;

/// <summary>What follows from an answer. Only a site that says so itself, or whose name is gone, makes a page gone: whoever is refused, or has to wait, has learnt nothing.</summary>
internal static class LinkVerdict
{
    public static LinkFound Of(Fetched fetched) => fetched switch
    {
        { Outcome: FetchOutcome.NoSuchHost } => new(LinkFinding.Gone, Reason: fetched.Reason),
        { Outcome: FetchOutcome.Refused or FetchOutcome.NoAnswer } => new(LinkFinding.CannotSay, Reason: fetched.Reason),
        { Status: >= 200 and < 300 } => new(LinkFinding.Answers, fetched.Status),
        { Status: 404 or 410 } => new(LinkFinding.Gone, fetched.Status),
        _ => new(LinkFinding.CannotSay, fetched.Status),
    };

    /// <summary>Some sites answer a question for the head alone in another way than one for the page.</summary>
    public static bool NeedsPage(Fetched head) => head.Outcome == FetchOutcome.Answered && head.Status is >= 400 and not (401 or 429) and < 500 or 501;

    /// <summary>How long a host is to be left alone; null for as long as any.</summary>
    public static TimeSpan? Rest(Fetched fetched) => fetched.Status is 429 or 503
        ? TimeSpan.FromSeconds(Math.Clamp(fetched.RetryAfter?.TotalSeconds ?? TimeSpan.FromHours(1).TotalSeconds, 0, TimeSpan.FromDays(7).TotalSeconds))
        : null;
}
