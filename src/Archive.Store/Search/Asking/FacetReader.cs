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
        facets.Add(new("kind", request.Kind is { } chosen
            ? Chosen(PostKindName.Of(chosen), null, first with { Kind = null })
            : Top(counts.Kinds, pair => PostKindName.Of(pair), _ => null, kind => first with { Kind = kind })));
        facets.Add(await OutletsAsync(cancellation));
        facets.Add(await CategoriesAsync(cancellation));
        facets.Add(Topics());
        facets.Add(Forms(asked, postings));
        facets.Add(Links());
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

    private Task<Facet> OutletsAsync(CancellationToken cancellation) => NamedAsync(
        "outlet", counts.Outlets, archive.Outlets.Select(outlet => new Named { Id = outlet.Id, Slug = outlet.Slug, Name = outlet.Name }),
        request.Outlet, slug => first with { Outlet = slug }, cancellation);

    private Task<Facet> CategoriesAsync(CancellationToken cancellation) => NamedAsync(
        "category", counts.Categories, archive.Categories.Select(category => new Named { Id = category.Id, Slug = category.Slug, Name = category.Name }),
        request.Category, slug => first with { Category = slug }, cancellation);

    // Of choices that are equally frequent only some may be listed: their addresses decide, which are the same in every store, as row ids are not.
    private async Task<Facet> NamedAsync(
        string facet, Dictionary<long, long> counted, IQueryable<Named> all, string? chosen, Func<string?, SearchRequest> narrowed, CancellationToken cancellation)
    {
        if (chosen is not null)
        {
            var one = await all.FirstOrDefaultAsync(named => named.Slug == chosen, cancellation);
            return new(facet, Chosen(chosen, one?.Name, narrowed(null)));
        }
        if (counted.Count == 0)
        {
            return new(facet, []);
        }
        var least = counted.Values.OrderDescending().Take(Listed).Last();
        var sure = counted.Where(pair => pair.Value > least).Select(pair => pair.Key).ToList();
        var listed = counted.Where(pair => pair.Value >= least).Select(pair => pair.Key).ToList();
        var top = await all.Where(named => listed.Contains(named.Id)).OrderByDescending(named => sure.Contains(named.Id)).ThenBy(named => named.Slug).Take(Listed).ToListAsync(cancellation);
        return new(
            facet,
            [.. top.Select(named => new FacetValue(named.Slug, named.Name, counted[named.Id], narrowed(named.Slug)))
                .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)],
            HasMore: counted.Count > Listed);
    }

    private Facet Topics() => new(
        "topic",
        request.Topic is { } chosen
            ? Chosen(chosen, thesaurus.WithSlug(chosen)?.Name, first with { Topic = null })
            : Top(counts.Topics, slug => slug, slug => thesaurus.WithSlug(slug)?.Name, slug => first with { Topic = slug }),
        HasMore: request.Topic is null && counts.Topics.Count > Listed);

    // Which spellings of what was searched the matches print.
    private Facet Forms(Asked asked, Postings postings)
    {
        if (request.Form is { } form)
        {
            return new("form", Chosen(form, null, first with { Form = null }));
        }
        var spellings = asked.Groups.Where(group => group.Others.Count > 0).SelectMany(group => group.All)
            .Where(words => words is { In: SearchPlace.Text or SearchPlace.Title, IsPrefix: false })
            .DistinctBy(words => string.Join(' ', words.Terms.Select(term => term.Text)));
        var counted = spellings.Select(words => (words.Typed, Count: CountOf(words, postings))).Where(pair => pair.Count > 0).ToList();
        return new("form", counted.Count < 2 ? [] : [.. counted.OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Typed, StringComparer.Ordinal).Take(Listed)
            .Select(pair => new FacetValue(pair.Typed, null, pair.Count, first with { Form = pair.Typed }))], HasMore: counted.Count > Listed);
    }

    private Facet Links()
    {
        if (request.Link is { } link)
        {
            return new("link", Chosen(NameOf(link), null, first with { Link = null }));
        }
        var there = new[] { SearchState.Linked, SearchState.Lost, SearchState.Dead }.Where(counts.States.ContainsKey);
        return new("link", [.. there.Select(state => new FacetValue(NameOf(state), null, counts.States[state], first with { Link = state }))]);
    }

    private long CountOf(WordsNode words, Postings postings) => matches.Segments
        .Select((segment, i) => matches.Sets[i] is { } set ? (long)new Evaluation(segment, postings).CountIn(set, words) : 0).Sum();

    private static string NameOf(SearchState state) => state.ToString().ToLowerInvariant();

    private List<FacetValue> Chosen(string value, string? label, SearchRequest without) => [new(value, label, matches.Total, without, IsChosen: true)];

    private static List<FacetValue> Top<TKey>(Dictionary<TKey, long> counts, Func<TKey, string> name, Func<TKey, string?> label, Func<TKey, SearchRequest> narrowed)
        where TKey : notnull =>
        [.. counts.Select(pair => new FacetValue(name(pair.Key), label(pair.Key), pair.Value, narrowed(pair.Key)))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(Listed)];

    private sealed class Named
    {
        public long Id { get; init; }

        public required string Slug { get; init; }

        public required string Name { get; init; }
    }
}
