using Archive.Store;
using Archive.Web.Tests.Reading;

namespace Archive.Web.Tests.Desk;

/// <summary>A site with one digest, for editors to add to.</summary>
public sealed class ListSite : ShelfSite
{
    protected override IEnumerable<Post> Shelf() => [HandMade.Digest(new(2021, 3, 5), new(2021, 3, 7), ["An older headline"])];
}
