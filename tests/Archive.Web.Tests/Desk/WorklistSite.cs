using Archive.Store;
using Archive.Store.Links;
using Archive.Web.Tests.Reading;

namespace Archive.Web.Tests.Desk;

/// <summary>A site in which something of every kind is left to do.</summary>
public sealed class WorklistSite : ShelfSite
{
    public const string Lost = "Ferry workers strike over night shifts at the harbour";

    public const string Linked = "https://www.reuters.com/ferry?id=7";

    public const string Twice = "Council hears the tea growers of the valley";

    protected override IEnumerable<Post> Shelf()
    {
        var before = HandMade.Digest(new(2021, 3, 1), new(2021, 3, 2));
        HandMade.AddHeadline(before, Lost, Linked);
        HandMade.AddHeadline(before, Twice, "https://example.org/tea");
        var after = HandMade.Digest(new(2021, 3, 3), new(2021, 3, 5));
        HandMade.AddHeadline(after, "A headline with its link", "https://example.org/has");
        HandMade.AddHeadline(after, Lost);
        HandMade.AddHeadline(after, "Museum opens a second wing");
        HandMade.AddHeadline(after, "Choir sings in the rain");
        HandMade.AddHeadline(after, "Bakers ask for cheaper flour");
        HandMade.AddHeadline(after, Twice, "https://example.org/tea?utm_source=mail");
        // Three days between are covered by nothing.
        var last = HandMade.Digest(new(2021, 3, 9), new(2021, 3, 9));
        HandMade.AddHeadline(last, "The last one has a link", "https://example.org/last");
        last.Problems.Add(new() { Line = 1, Code = "weekday-conflict", Message = "the title says Monday, but 9 March 2021 is a Tuesday" });
        last.Problems.Add(new() { Line = 2, Code = "title-missing", Message = "an address has no title beside it" });
        HandMade.Keep("lists.txt", [.. Enumerable.Range(1, 20).Select(n => $"line {n}")], (last, 1, 4));
        Post[] all = [before, after, last];
        Array.ForEach(all, post => LinkKeys.Give(post.Headlines));
        return all;
    }
}
