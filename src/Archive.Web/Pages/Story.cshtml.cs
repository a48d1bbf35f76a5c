using System.Linq.Expressions;
using Archive.Store;
using Archive.Store.Links.Checking;
using Archive.Store.Search;
using Archive.Store.Stories;
using Archive.Web.Pages.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages;

/// <summary>One story over time: every headline that reports it, oldest first, and when they were listed.</summary>
internal sealed class StoryModel(ArchiveContext archive) : ReadingPage
{
    private const int MostHeadlines = 200;

    // Of posts that cover a story's days, those with the same first and last day counted once.
    private const int MostPeriods = 200;

    private static readonly Expression<Func<Headline, StoryHeadline>> Row = headline => new StoryHeadline(
        headline.PublicId, headline.Text, headline.Url, headline.Outlet!.Name, headline.Outlet.Slug, headline.Position,
        new FoundPlace(
            headline.Post!.Title, headline.Post.Kind, headline.Post.DateStart, headline.Post.DateEnd, headline.Post.DatePrecision,
            headline.Post.Slug, headline.Post.Ordinal, headline.Post.HeadlineCount, headline.Post.IsSample));

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public IReadOnlyList<StoryHeadline> Headlines { get; private set; } = [];

    /// <summary>There are more than are shown.</summary>
    public bool IsCut { get; private set; }

    public Timeline Timeline { get; private set; } = null!;

    public string Title => StoryRule.Fullest(Headlines.Select(headline => headline.Text));

    public int Digests => Headlines.Select(headline => headline.Place.Address).Distinct().Count();

    public DateOnly First => Headlines[0].Place.DateEnd!.Value;

    public DateOnly Last => Headlines[^1].Place.DateEnd!.Value;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var asked = await archive.Headlines.WithId(Id)
            .Select(headline => new { headline.PublicId, Story = archive.StoryMembers.Where(own => own.HeadlineId == headline.Id).Select(own => (long?)own.StoryId).FirstOrDefault() })
            .FirstOrDefaultAsync(cancel);
        if (asked is null)
        {
            return await Gone.OfStoryAsync(HttpContext, archive, Id, cancel);
        }
        if (asked.Story is not { } story)
        {
            // Alone today; the next import may bring another. The address of a story that lost its other headlines answers too.
            return Redirect(Permalink.Headline(asked.PublicId));
        }
        var headlines = await archive.HeadlinesOfStory(story).OldestFirst().Take(MostHeadlines + 1).Select(Row).ToListAsync(cancel);
        if (headlines[0].PublicId != asked.PublicId)
        {
            return RedirectPermanent(Permalink.Story(headlines[0].PublicId));
        }
        var dead = await DeadLinks.AmongAsync(archive, headlines.Select(headline => ((string?)null, headline.Url)), cancel);
        (Headlines, IsCut) = ([.. headlines.Take(MostHeadlines).Select(headline => headline with { IsDead = dead.Has(null, headline.Url) })], headlines.Count > MostHeadlines);
        Timeline = await TimelineAsync(cancel);
        return At(Permalink.Story(asked.PublicId));
    }

    private async Task<Timeline> TimelineAsync(CancellationToken cancel)
    {
        var (first, last) = (First, Last);
        var periods = await archive.Posts.KnownToTheDay().Touching(first, last, await archive.Posts.LongestPeriodAsync(cancel))
            .Select(post => new { post.DateStart, post.SortDay }).Distinct()
            .OrderBy(period => period.SortDay).ThenBy(period => period.DateStart).Take(MostPeriods).ToListAsync(cancel);
        var counts = Headlines.CountBy(headline => headline.Place.DateEnd!.Value).ToDictionary();
        return new(TimelineStep.Day, [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Select(day => new TimelineBar(day, day, counts.GetValueOrDefault(day), periods.Exists(period => period.DateStart <= day && period.SortDay >= day)))]);
    }
}
