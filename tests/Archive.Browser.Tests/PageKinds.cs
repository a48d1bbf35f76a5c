using Archive.Store;
using Archive.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Browser.Tests;

/// <summary>One address of every kind of page that a reader can meet, found in the store that the site serves.</summary>
internal static class PageKinds
{
    public static readonly string[] Names =
    [
        "home", "year", "month", "day", "gap-day", "digest", "empty-digest", "contradicted-digest", "press-release", "statement", "article", "report", "letter", "brief",
        "headline", "headline-source", "post-source", "undated", "categories", "category", "outlets", "outlet", "about", "no-such-page", "no-such-year",
        "search", "search-narrowed", "search-nothing", "search-help", "search-many-scripts", "calendar", "thesaurus", "topic", "topic-not-printed", "story",
    ];

    public static async Task<IReadOnlyDictionary<string, string>> FindAsync(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var archive = scope.ServiceProvider.GetRequiredService<ArchiveContext>();
        var posts = await archive.Posts.Include(post => post.Problems).NewestFirst().ToListAsync();
        var digest = posts.First(post => post.HeadlineCount > 10 && post.DateStart < post.DateEnd);
        var headline = await archive.Headlines.Where(headline => headline.PostId == digest.Id).OrderBy(headline => headline.Position).FirstAsync();
        var days = posts.Where(post => post.DateEnd is not null).ToList();
        var (first, last) = (days.Min(post => post.DateStart!.Value), days.Max(post => post.DateEnd!.Value));
        var gap = Enumerable.Range(1, last.DayNumber - first.DayNumber - 1).Select(first.AddDays)
            .First(day => !days.Any(post => post.DateStart <= day && day <= post.DateEnd));

        return new Dictionary<string, string>
        {
            ["home"] = Permalink.Home,
            ["year"] = Permalink.Year(last.Year),
            ["month"] = Permalink.Month(digest.DateEnd!.Value.Year, digest.DateEnd.Value.Month),
            ["day"] = Permalink.Day(digest.DateStart!.Value),
            ["gap-day"] = Permalink.Day(gap),
            ["digest"] = Permalink.Post(digest),
            ["empty-digest"] = Permalink.Post(posts.First(post => post is { Kind: PostKind.Digest, HeadlineCount: 0 })),
            ["contradicted-digest"] = Permalink.Post(posts.First(post => post.Problems.Count > 0 && post.Kind == PostKind.Digest)),
            ["headline"] = Permalink.Headline(headline.PublicId),
            ["headline-source"] = Permalink.HeadlineSource(headline.PublicId),
            ["post-source"] = Permalink.PostSource(digest.DateEnd, digest.Slug, digest.Ordinal),
            ["undated"] = Permalink.Undated,
            ["categories"] = Permalink.Categories,
            ["category"] = Permalink.Category((await archive.Categories.OrderBy(category => category.Slug).FirstAsync()).Slug),
            ["outlets"] = Permalink.Outlets,
            ["outlet"] = Permalink.Outlet((await archive.Outlets.OrderBy(outlet => outlet.Slug).FirstAsync()).Slug),
            ["about"] = Permalink.About,
            ["search"] = Permalink.Search(new() { Query = "uyghur" }),
            ["search-narrowed"] = Permalink.Search(new() { Query = "china or genocide outlet:", From = new(2021, 1, 1), To = new(2021, 1, 31), Link = SearchState.Lost, Order = SearchOrder.Best, Without = ["Uygur"] }),
            ["search-nothing"] = Permalink.Search(new() { Query = "genocode", From = new(2021, 1, 1) }),
            ["search-help"] = Permalink.SearchPage,
            ["search-many-scripts"] = Permalink.Search(new() { Query = "ئۇيغۇر or 维吾尔 or བོད" }),
            ["calendar"] = Permalink.CalendarPage,
            ["thesaurus"] = Permalink.Thesaurus,
            ["topic"] = Permalink.Topic("uyghur"),
            ["topic-not-printed"] = Permalink.Topic("burma"),
            ["story"] = Permalink.Story(await archive.StoryMembers.OrderBy(member => member.StoryId)
                .Join(archive.Headlines, member => member.StoryId, headline => headline.Id, (_, headline) => headline.PublicId).FirstAsync()),
            ["no-such-page"] = "/no/such/page",
            ["no-such-year"] = Permalink.Year(first.Year - 30),
        }
        .Concat(Enum.GetValues<PostKind>().Except([PostKind.Digest])
            .Select(kind => KeyValuePair.Create(PostKindName.Of(kind), Permalink.Post(posts.First(post => post.Kind == kind)))))
        .ToDictionary();
    }
}
