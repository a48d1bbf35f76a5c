using System.Globalization;
using Archive.Store.Search;

namespace Archive.Store;

/// <summary>Addresses of searches, and of the year of days beside them.</summary>
public static partial class Permalink
{
    public static string SearchPage => "/search";

    public static string SearchFeedPage => "/search.json";

    /// <summary>How to search, on the page that has no words yet.</summary>
    public static string SearchHelp => $"{SearchPage}#{SearchHelpAnchor}";

    public static string SearchHelpAnchor => "help";

    public static string OpenSearch => "/opensearch.xml";

    public static string CalendarPage => "/calendar";

    public static string Calendar(int year) => $"{CalendarPage}?year={year:0000}";

    /// <summary>A search with all its choices: those that are not made are left out, so that one search has one address.</summary>
    public static string Search(SearchRequest request) => SearchPage + Query(request);

    /// <summary>The same search for machines.</summary>
    public static string SearchFeed(SearchRequest request) => SearchFeedPage + Query(request);

    /// <summary>The choices of a search by name, for a form that keeps them; <see cref="SearchParameters"/> reads them again.</summary>
    public static IEnumerable<(string Name, string Value)> Choices(SearchRequest request)
    {
        (string Name, string? Value)[] all =
        [
            ("q", request.Query),
            ("from", request.From is { } from ? From(from) : null),
            ("to", request.To is { } to ? To(to) : null),
            ("kind", request.Kind is { } kind ? PostKindName.Of(kind) : null),
            ("outlet", request.Outlet),
            ("category", request.Category),
            ("topic", request.Topic),
            ("link", request.Link is { } link ? SearchStateName.Of(link) : null),
            ("form", request.Form),
            ("exact", request.Exact ? "1" : null),
            ("without", string.Join(SearchParameters.Between, request.Without)),
            ("sort", request.Order == SearchOrder.Best ? "best" : null),
            ("after", request.After),
            ("before", request.Before),
        ];
        return all.Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => (one.Name, one.Value!));
    }

    private static string Query(SearchRequest request)
    {
        var query = string.Join('&', Choices(request).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    // "2021" begins on its first day, "2021-03" on the first of March.
    private static string From(DateOnly day) => Text(day, day.Day > 1 ? "yyyy-MM-dd" : day.Month > 1 ? "yyyy-MM" : "yyyy");

    private static string To(DateOnly day) =>
        Text(day, day.Day < DateTime.DaysInMonth(day.Year, day.Month) ? "yyyy-MM-dd" : day.Month < 12 ? "yyyy-MM" : "yyyy");

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
