using Archive.Store;
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
            ["no-such-page"] = "/no/such/page",
            ["no-such-year"] = Permalink.Year(first.Year - 30),
        }
        .Concat(Enum.GetValues<PostKind>().Except([PostKind.Digest])
            .Select(kind => KeyValuePair.Create(PostKindName.Of(kind), Permalink.Post(posts.First(post => post.Kind == kind)))))
        .ToDictionary();
    }
}
