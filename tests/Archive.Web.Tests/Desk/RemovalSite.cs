using Archive.Store;
using Archive.Web.Tests.Reading;

namespace Archive.Web.Tests.Desk;

/// <summary>A site with posts to remove: two digests of one file that share a story, an outlet and a category, and a post of its own.</summary>
public sealed class RemovalSite : ShelfSite
{
    /// <summary>In nothing but the digest that is removed.</summary>
    public const string Secret = "quokkas";

    public const string Address = "/2021/03/07/uyghur-news";

    protected override IEnumerable<Post> Shelf()
    {
        Outlet post = new() { Name = "Quokka Post", Slug = "quokka-post" }, bbc = new() { Name = "BBC", Slug = "bbc" };
        Category fauna = new() { Name = "fauna", Slug = "fauna" };
        var going = HandMade.Digest(new(2021, 3, 5), new(2021, 3, 7), "Parliament votes on imports made by forced labour", "Rangers count quokkas near the wetland reserve");
        HandMade.AddHeadline(going, "The quokkas of the island are well", "https://example.org/quokkas", post);
        var staying = HandMade.Digest(new(2021, 3, 8), new(2021, 3, 9), "Parliament votes on imports made by forced labour", "A headline that stays");
        HandMade.AddHeadline(staying, "Another that stays", null, bbc);
        going.Categories.Add(fauna);
        string[] lines = [.. Titled(going), .. Titled(staying)];
        HandMade.Keep("week.txt", lines, (going, 1, Titled(going).Length), (staying, Titled(going).Length + 1, lines.Length));
        return [going, staying, HandMade.Make(PostKind.Article, "An article that stays", new(2021, 3, 4), null, "Its only paragraph.")];
    }

    private static string[] Titled(Post post) => [post.Title, "", .. post.Headlines.SelectMany(headline => new[] { headline.Text, "" })];
}
