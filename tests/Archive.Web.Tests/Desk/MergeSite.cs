using Archive.Store;
using Archive.Store.Links;
using Archive.Web.Tests.Reading;

namespace Archive.Web.Tests.Desk;

/// <summary>A site with posts that stand in it twice: a digest under two days, and an article under two titles.</summary>
public sealed class MergeSite : ShelfSite
{
    public const string Kept = "/2021/05/04/uyghur-news";

    public const string Other = "/2021/05/05/uyghur-news";

    protected override IEnumerable<Post> Shelf()
    {
        var kept = HandMade.Digest(new(2021, 5, 3), new(2021, 5, 4), "Garment workers walk out", "Curfew lifted after a month");
        HandMade.AddHeadline(kept, "Ferry workers strike over night shifts", "https://example.org/ferry");
        var other = HandMade.Digest(new(2021, 5, 3), new(2021, 5, 5), "Curfew lifted, after a month!", "Quokkas are counted at the reserve");
        HandMade.AddHeadline(other, "A strike of ferry workers", "https://www.example.org/ferry?utm_source=mail");
        LinkKeys.Give(kept.Headlines);
        LinkKeys.Give(other.Headlines);
        HandMade.Keep("twice.txt", [.. Enumerable.Range(1, 20).Select(n => $"line {n}")], (kept, 1, 8), (other, 9, 16));
        return
        [
            kept, other, HandMade.Make(PostKind.Article, "An article on tea", new(2021, 6, 1), null, "Its first paragraph, which is as long as they are in that paper.", "Its second."),
            HandMade.Make(PostKind.Article, "A shorter article on tea", new(2021, 6, 1), null, "Its only paragraph, as another paper printed it."),
        ];
    }
}
