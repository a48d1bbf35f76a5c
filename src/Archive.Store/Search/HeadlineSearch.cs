using Archive.Store.Naming;
using Archive.Store.Search.Asking;

namespace Archive.Store.Search;

/// <summary>
/// Answers a search from the index: the same set in the same order on every database, every number exact. What it costs depends on how
/// many terms are asked for, hardly on how many headlines have them (decision 0009).
/// </summary>
public sealed class HeadlineSearch(ArchiveContext archive, CurrentThesaurus current, SearchMemory memory)
{
    /// <summary>Headlines on one page.</summary>
    public const int PageSize = 25;

    /// <exception cref="System.Data.Common.DbException">The store did not answer.</exception>
    public Task<SearchAnswer> AnswerAsync(SearchRequest request, CancellationToken cancellation = default) =>
        archive.ReadTogetherAsync(() => ReadAsync(request, cancellation), cancellation);

    private async Task<SearchAnswer> ReadAsync(SearchRequest typed, CancellationToken cancellation)
    {
        var request = await SlugMoves.InAsync(archive, typed, cancellation);
        var thesaurus = await current.OfAsync(archive, cancellation);
        var asked = new RequestReader(request, thesaurus).Read();
        var shelf = await memory.ShelfAsync(archive, cancellation);
        var postings = await PostingReader.ReadAsync(archive, asked.Root is { } root ? [root] : [], shelf.All, cancellation, shelf.Postings);
        Matches headlines = new(shelf.Headlines, postings, asked.Root), posts = new(shelf.Posts, postings, asked.Root);

        List<string> notes = [.. asked.Notes];
        var best = request.Order == SearchOrder.Best && asked.Groups.Count > 0 ? await new BestMatch(archive, headlines, asked, postings).OrderAsync(cancellation) : null;
        if (best is not null && headlines.Total > BestMatch.Ranked)
        {
            notes.Add($"The newest {BestMatch.Ranked:N0} matches are ordered by how well they match; the others are not listed here.");
        }
        var paging = new Paging(archive, request, headlines);
        if (await paging.PageAsync(best, cancellation) is not { } page)
        {
            notes.Add("The place in the list could not be read; this is its beginning.");
            page = (await new Paging(archive, request.FirstPage, headlines).PageAsync(best, cancellation))!;
        }
        var rows = await new FoundRows(archive).AtAsync([.. page.Entries.Select(entry => PlaceOf(headlines, entry))], cancellation);
        var (storyOf, members) = await new FoundRows(archive).StoriesAsync(rows, cancellation);
        Counting counts = new(headlines);
        var isNothing = headlines.Total == 0;
        return new()
        {
            Request = request,
            Notes = notes,
            Expanded = asked.Expansions,
            Total = headlines.Total,
            Headlines = rows.ConvertAll(row => Found(row, asked, storyOf, members, headlines, best)),
            Stories = members.ToDictionary(story => story.Key, story => new FoundStory(story.Key, [.. story.Select(row => row.InStory with { IsDead = IsDead(headlines, row) })]), StringComparer.Ordinal),
            Posts = await FoundPosts.ReadAsync(archive, posts, asked, cancellation),
            PostsTotal = posts.Total,
            Facets = isNothing ? [] : await new FacetReader(archive, thesaurus, request, headlines, counts).ReadAsync(asked, postings, cancellation),
            Timeline = Timelines.Of(counts.Days, request, shelf.Covered),
            Suggestions = isNothing ? await SuggestAsync(request, asked, headlines, postings, cancellation) : [],
            TotalWithoutFilters = isNothing && request.HasFilters ? new Matches(headlines.Segments, postings, asked.Unfiltered).Total : null,
            Next = page.HasMore && rows.Count > 0 ? Paging.Cursor(rows[^1]) : null,
            Previous = page.HasFewer && rows.Count > 0 ? Paging.Cursor(rows[0]) : null,
        };
    }

    private static (long PostId, int Position) PlaceOf(Matches headlines, Entry entry) => headlines.PlaceOf(entry) is var (post, position) ? (post.Id, position) : default;

    private static FoundHeadline Found(
        HeadlineRow row, Asked asked, Dictionary<long, string> storyOf, ILookup<string, HeadlineRow> members, Matches headlines, List<Entry>? best)
    {
        var story = storyOf.GetValueOrDefault(row.Id);
        return new()
        {
            PublicId = row.PublicId,
            Text = row.Text,
            Marks = Marks.In(row.Text, asked.Words, isTitle: true),
            Url = row.Url,
            IsDead = IsDead(headlines, row),
            OutletName = row.OutletName,
            OutletSlug = row.OutletSlug,
            Position = row.Position,
            Place = row.Place,
            Story = story,
            IsShownBefore = story is not null && members[story].Any(other => other.Id != row.Id && StandsBefore(headlines, best, other, row)),
        };
    }

    private static bool IsDead(Matches headlines, HeadlineRow row) => headlines.EntryOf(row.Printed) is { } entry && headlines.Is(entry, SearchState.Dead);

    // Whether another headline of the story is in the result too, and earlier.
    private static bool StandsBefore(Matches headlines, List<Entry>? best, HeadlineRow other, HeadlineRow row)
    {
        if (headlines.EntryOf(other.Printed) is not { } there || !headlines.Has(there) || headlines.EntryOf(row.Printed) is not { } here)
        {
            return false;
        }
        return best is null ? there.IsBefore(here) : best.IndexOf(there) is >= 0 and var rank && rank < best.IndexOf(here);
    }

    // For each typed word that no headline has: the nearest that some have.
    private async Task<List<Suggestion>> SuggestAsync(SearchRequest request, Asked asked, Matches headlines, Postings postings, CancellationToken cancellation)
    {
        List<Suggestion> suggestions = [];
        foreach (var words in asked.Groups.Where(group => group.Others.Count == 0).SelectMany(group => group.Typed).Where(words => words is { IsPrefix: false, Terms.Count: 1, In: SearchPlace.Text }))
        {
            if (!headlines.Segments.Any(segment => new Evaluation(segment, postings).Of(words) is not null))
            {
                var near = await NearWords.OfAsync(archive, headlines.Segments, words.Terms[0].Text, cancellation);
                suggestions.AddRange(near.Select(pair => new Suggestion(words.Typed, pair.Word, pair.Count, request.FirstPage with { Query = words.Replaced(request.Query, pair.Word) })));
            }
        }
        return suggestions;
    }
}
