using Archive.Store.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Asking;

/// <summary>The ways of narrowing a search, with what each leaves.</summary>
internal sealed class FacetReader(ArchiveContext archive, Thesaurus thesaurus, SearchRequest request, Matches matches, Counting counts)
{
    // Choices of one facet that are listed; years and months are never so many that they need a limit.
    private const int Listed = 12;

    private readonly SearchRequest first = request.FirstPage;

    public async Task<List<Facet>> ReadAsync(Asked asked, Postings postings, CancellationToken cancellation)
    {
        List<Facet> facets = [.. Periods()];
        facets.Add(new("kind", Chosen(request.Kind, kind => PostKindName.Of(kind), _ => null, first with { Kind = null })
            ?? Top(counts.Kinds, pair => PostKindName.Of(pair), _ => null, kind => first with { Kind = kind })));
        facets.Add(await OutletsAsync(cancellation));
        facets.Add(await CategoriesAsync(cancellation));
        facets.Add(Topics());
        facets.Add(Forms(asked, postings));
        facets.Add(Links(postings));
        return facets.FindAll(facet => facet.Values.Count > 0);
    }

    private IEnumerable<Facet> Periods()
    {
        var dated = counts.Days.Where(day => day.Key > 0).Select(day => (Day: DateOnly.FromDayNumber(day.Key), Count: day.Value)).ToList();
        var years = dated.GroupBy(day => day.Day.Year).ToList();
        var isOneYear = years.Count == 1 && request is { From: not null, To: not null };
        yield return new("year", isOneYear && request.From!.Value.Year == request.To!.Value.Year
            ? [new($"{years[0].Key:0000}", null, matches.Total, first with { From = null, To = null }, IsChosen: true)]
            : [.. years.OrderByDescending(year => year.Key).Select(year => Period($"{year.Key:0000}", new(year.Key, 1, 1), new(year.Key, 12, 31), year.Sum(day => day.Count)))]);
        if (years.Count == 1)
        {
            var months = dated.GroupBy(day => day.Day.Month).OrderByDescending(month => month.Key).ToList();
            var year = years[0].Key;
            yield return new("month", months.Count == 1 && isOneYear && (request.From!.Value.Year, request.From.Value.Month) == (request.To!.Value.Year, request.To.Value.Month)
                ? [new($"{year:0000}-{months[0].Key:00}", null, matches.Total, first with { From = new(year, 1, 1), To = new(year, 12, 31) }, IsChosen: true)]
                : months.ConvertAll(month => Period(
                    $"{year:0000}-{month.Key:00}", new(year, month.Key, 1), new(year, month.Key, DateTime.DaysInMonth(year, month.Key)), month.Sum(day => day.Count))));
        }
    }

    // Inside what was asked for: a year that is cut by "from" stays cut.
    private FacetValue Period(string value, DateOnly from, DateOnly to, long count) =>
        new(value, null, count, first with { From = request.From > from ? request.From : from, To = request.To < to ? request.To : to });

    private async Task<Facet> OutletsAsync(CancellationToken cancellation)
    {
        var (sure, tied) = Top(counts.Outlets);
        var named = counts.Outlets.Count == 0 && request.Outlet is null ? []
            : await archive.Outlets.AsNoTracking().Where(outlet => sure.Contains(outlet.Id) || outlet.Slug == request.Outlet).ToListAsync(cancellation);
        named.AddRange(counts.Outlets.Count == 0 ? []
            : await archive.Outlets.AsNoTracking().Where(outlet => tied.Contains(outlet.Id)).OrderBy(outlet => outlet.Slug).Take(Listed - sure.Count).ToListAsync(cancellation));
        return new(
            "outlet",
            Chosen(request.Outlet, slug => slug, slug => named.Find(outlet => outlet.Slug == slug)?.Name, first with { Outlet = null })
                ?? Listing(named.Select(outlet => (outlet.Slug, outlet.Name, counts.Outlets.GetValueOrDefault(outlet.Id))), slug => first with { Outlet = slug }),
            HasMore: request.Outlet is null && counts.Outlets.Count > Listed);
    }

    private async Task<Facet> CategoriesAsync(CancellationToken cancellation)
    {
        var (sure, tied) = Top(counts.Categories);
        var named = counts.Categories.Count == 0 && request.Category is null ? []
            : await archive.Categories.AsNoTracking().Where(category => sure.Contains(category.Id) || category.Slug == request.Category).ToListAsync(cancellation);
        named.AddRange(counts.Categories.Count == 0 ? []
            : await archive.Categories.AsNoTracking().Where(category => tied.Contains(category.Id)).OrderBy(category => category.Slug).Take(Listed - sure.Count).ToListAsync(cancellation));
        return new(
            "category",
            Chosen(request.Category, slug => slug, slug => named.Find(category => category.Slug == slug)?.Name, first with { Category = null })
                ?? Listing(named.Select(category => (category.Slug, category.Name, counts.Categories.GetValueOrDefault(category.Id))), slug => first with { Category = slug }),
            HasMore: request.Category is null && counts.Categories.Count > Listed);
    }

    // The most frequent, and those of which only some can be listed because they are as frequent as others: their addresses decide, which
    // are the same in every store, as row ids are not.
    private static (List<long> Sure, List<long> Tied) Top(Dictionary<long, long> counts)
    {
        var least = counts.Values.OrderDescending().Take(Listed).LastOrDefault();
        var isCut = counts.Count > Listed;
        return ([.. counts.Where(pair => pair.Value > least || !isCut).Select(pair => pair.Key)], [.. counts.Where(pair => pair.Value == least && isCut).Select(pair => pair.Key)]);
    }

    private static List<FacetValue> Listing(IEnumerable<(string Slug, string Name, long Count)> named, Func<string, SearchRequest> narrowed) =>
        [.. named.Where(one => one.Count > 0).DistinctBy(one => one.Slug).OrderByDescending(one => one.Count).ThenBy(one => one.Slug, StringComparer.Ordinal)
            .Select(one => new FacetValue(one.Slug, one.Name, one.Count, narrowed(one.Slug)))];

    private Facet Topics() => new(
        "topic",
        Chosen(request.Topic, slug => slug, slug => thesaurus.WithSlug(slug)?.Name, first with { Topic = null })
            ?? Top(counts.Topics, slug => slug, slug => thesaurus.WithSlug(slug)?.Name, slug => first with { Topic = slug }),
        HasMore: request.Topic is null && counts.Topics.Count > Listed);

    // Which spellings of what was searched the matches print.
    private Facet Forms(Asked asked, Postings postings)
    {
        if (request.Form is { } form)
        {
            return new("form", [new(form, null, matches.Total, first with { Form = null }, IsChosen: true)]);
        }
        var spellings = asked.Groups.Where(group => group.Others.Count > 0).SelectMany(group => group.All)
            .Where(words => words is { In: SearchPlace.Text or SearchPlace.Title, IsPrefix: false })
            .DistinctBy(words => string.Join(' ', words.Terms.Select(term => term.Text)));
        var counted = spellings.Select(words => (words.Typed, Count: CountOf(words, postings))).Where(pair => pair.Count > 0).ToList();
        return new("form", counted.Count < 2 ? [] : [.. counted.OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Typed, StringComparer.Ordinal).Take(Listed)
            .Select(pair => new FacetValue(pair.Typed, null, pair.Count, first with { Form = pair.Typed }))], HasMore: counted.Count > Listed);
    }

    private Facet Links(Postings postings)
    {
        if (request.Link is { } link)
        {
            return new("link", [new(NameOf(link), null, matches.Total, first with { Link = null }, IsChosen: true)]);
        }
        var counted = new[] { SearchState.Linked, SearchState.Lost, SearchState.Dead }.Select(state => (State: state, Count: CountOf(new StateNode(state), postings))).Where(pair => pair.Count > 0);
        return new("link", [.. counted.Select(pair => new FacetValue(NameOf(pair.State), null, pair.Count, first with { Link = pair.State }))]);
    }

    private long CountOf(SearchNode node, Postings postings) => matches.Segments
        .Select((segment, i) => matches.Sets[i] is { } set && new Evaluation(segment, postings).Of(node) is { } one ? (long)EntrySet.CountBoth(set, one) : 0).Sum();

    private static string NameOf(SearchState state) => state.ToString().ToLowerInvariant();

    private List<FacetValue>? Chosen<TValue>(TValue? value, Func<TValue, string> name, Func<TValue, string?> label, SearchRequest without)
        where TValue : struct =>
        value is { } chosen ? [new(name(chosen), label(chosen), matches.Total, without, IsChosen: true)] : null;

    private List<FacetValue>? Chosen(string? value, Func<string, string> name, Func<string, string?> label, SearchRequest without) =>
        value is { } chosen ? [new(name(chosen), label(chosen), matches.Total, without, IsChosen: true)] : null;

    private static List<FacetValue> Top<TKey>(Dictionary<TKey, long> counts, Func<TKey, string> name, Func<TKey, string?> label, Func<TKey, SearchRequest> narrowed)
        where TKey : notnull =>
        [.. counts.Select(pair => new FacetValue(name(pair.Key), label(pair.Key), pair.Value, narrowed(pair.Key)))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(Listed)];
}
