using Archive.Store.Search;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Searching;

/// <summary>Something that narrows a search, and the search without it.</summary>
/// <param name="What">"outlet", "link" …; null where <paramref name="Words"/> say it.</param>
internal sealed record ChosenFilter(string? What, string Words, SearchRequest Off)
{
    public static IEnumerable<ChosenFilter> Of(SearchAnswer answer)
    {
        var asked = answer.Request.FirstPage;
        if (asked.From is not null || asked.To is not null)
        {
            yield return new(null, Days(asked.From, asked.To), asked with { From = null, To = null });
        }
        if (asked.Kind is { } kind)
        {
            yield return new(null, KindWords.Of(kind), asked with { Kind = null });
        }
        if (asked.Outlet is { } outlet)
        {
            yield return new("outlet", Label("outlet", outlet), asked with { Outlet = null });
        }
        if (asked.Category is { } category)
        {
            yield return new("category", Label("category", category), asked with { Category = null });
        }
        if (asked.Topic is { } topic)
        {
            yield return new("topic", Label("topic", topic), asked with { Topic = null });
        }
        if (asked.Form is { } form)
        {
            yield return new("printed as", Label("form", form), asked with { Form = null });
        }
        if (asked.Link is { } link)
        {
            yield return new(null, SearchWords.Of(link), asked with { Link = null });
        }

        string Label(string facet, string value) =>
            answer.Facets.FirstOrDefault(one => one.Name == facet)?.Values.FirstOrDefault(one => one.Value == value)?.Label ?? value;
    }

    private static string Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first <= last => TimelineChart.DaysOf(first, last),
        ({ } first, { } last) => $"from {DateWords.Day(first)} to {DateWords.Day(last)}",
        ({ } first, null) => $"from {DateWords.Day(first)}",
        (_, { } last) => $"to {DateWords.Day(last)}",
        _ => "",
    };
}
