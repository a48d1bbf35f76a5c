using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Pages.Posts;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Searching;

/// <summary>Where something that was found stands, as a page says it.</summary>
internal static class FoundPlaces
{
    public static Period PeriodOf(this FoundPlace place) => new(place.DateStart, place.DateEnd, place.DatePrecision);

    public static string PlaceAddress(this FoundHeadline headline) => AddressIn(headline.Place, headline.Position, headline.PublicId);

    public static string PlaceAddress(this StoryHeadline headline) => AddressIn(headline.Place, headline.Position, headline.PublicId);

    /// <summary>A headline's place on its digest's page, in the part that shows it.</summary>
    private static string AddressIn(FoundPlace place, int position, string publicId) =>
        $"{place.Address}{(position < PostBody.PartLength ? "" : $"?part={position / PostBody.PartLength + 1}")}#{Permalink.HeadlineAnchor(publicId)}";
}
