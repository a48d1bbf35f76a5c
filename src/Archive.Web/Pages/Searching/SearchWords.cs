using System.Globalization;
using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Searching;

/// <summary>What a search and its choices are called on a page.</summary>
internal static class SearchWords
{
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Headlines(long count) => count == 1 ? "1 headline" : $"{Number(count)} headlines";

    public static string TotalOf(SearchAnswer answer) => answer.TotalIsLowerBound ? $"more than {Headlines(answer.Total)}" : Headlines(answer.Total);

    /// <summary>The heading of a facet.</summary>
    public static string FacetHeading(string name) => name switch
    {
        "kind" => "Listed in",
        "form" => "Printed as",
        _ => char.ToUpperInvariant(name[0]) + name[1..],
    };

    /// <summary>A choice of a facet in words: "January 2021", "Press release".</summary>
    public static string Choice(string facet, string value, string? label) => facet switch
    {
        "kind" when PostKindName.Parse(value) is { } kind => KindWords.Of(kind),
        "link" when SearchStateName.Parse(value) is { } state => Of(state),
        "month" when DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) => DateWords.Month(month.Year, month.Month),
        _ => label ?? value,
    };

    public static string Of(SearchState state) => state switch
    {
        SearchState.Lost => "Link lost",
        SearchState.Linked => "With a link",
        SearchState.Dead => "Link found dead",
        _ => "Empty",
    };
}
