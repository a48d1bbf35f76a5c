using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>What a search must find, reckoned headline by headline from the printed texts: slow, and plain enough to be believed.</summary>
internal sealed class PlainReading(Thesaurus thesaurus, IReadOnlyDictionary<long, string> outlets)
{
    public bool Matches(SearchNode? node, Post post, Headline headline, bool exact) => node switch
    {
        null => true,
        AllOf all => Runs(all.Parts, exact).TrueForAll(part => part(this, post, headline)),
        AnyOf any => any.Parts.Any(part => Matches(part, post, headline, exact)),
        NoneOf none => !Matches(none.Part, post, headline, exact),
        WordsNode words => Runs([words], exact)[0](this, post, headline),
        KindNode kind => post.Kind == kind.Kind,
        TopicNode topic => thesaurus.WithSlug(topic.Slug)!.Spellings.Any(spelling => Stands(headline.Text, spelling.Terms, spelling.IsPrefix)),
        PublishedNode published => post.DateEnd is { } day && day >= (published.First ?? day) && day <= (published.Last ?? day),
        OnNode on => post.DateEnd is { } end && end >= on.First && post.DateStart <= on.Last,
        StateNode { State: SearchState.Lost } => headline.Url is null,
        StateNode { State: SearchState.Linked } => headline.Url is not null,
        _ => false,
    };

    // Words that follow each other may be one spelling of a topic; the longest run counts.
    private List<Func<PlainReading, Post, Headline, bool>> Runs(IReadOnlyList<SearchNode> parts, bool exact)
    {
        List<Func<PlainReading, Post, Headline, bool>> tests = [];
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part is not WordsNode words)
            {
                tests.Add((reading, post, headline) => reading.Matches(part, post, headline, exact));
                continue;
            }
            var topics = exact || words.IsQuoted || words.IsPrefix || words.In is not (SearchPlace.Text or SearchPlace.Title) ? [] : SpelledBy(words);
            tests.Add((_, post, headline) => Stands(Read(words, headline), words.Terms, words.IsPrefix)
                || topics.Any(topic => topic.Spellings.Any(spelling => Stands(headline.Text, spelling.Terms, spelling.IsPrefix))));
        }
        return tests;
    }

    private IReadOnlyList<Topic> SpelledBy(WordsNode words)
    {
        var (length, topics) = thesaurus.Longest([.. words.Terms.Select((term, i) => i == 0 ? term with { Gap = 1 } : term)], 0);
        return length == words.Terms.Count ? topics : [];
    }

    private string Read(WordsNode words, Headline headline) => words.In switch
    {
        SearchPlace.Outlet => headline.OutletId is { } id ? outlets[id] : "",
        SearchPlace.Text or SearchPlace.Title => headline.Text,
        _ => "",
    };

    private static bool Stands(string text, IReadOnlyList<SearchTerm> terms, bool isPrefix)
    {
        var tokens = SearchText.Tokens(text).ToList();
        return tokens.Exists(first =>
        {
            var place = first.Position;
            for (var i = 0; i < terms.Count; i++)
            {
                place += i == 0 ? 0 : terms[i].Gap;
                var (at, term, opens) = (place, terms[i].Text, isPrefix && i == terms.Count - 1);
                if (!tokens.Exists(token => token.Position == at && (opens ? token.Term.StartsWith(term, StringComparison.Ordinal) : token.Term == term)))
                {
                    return false;
                }
            }
            return true;
        });
    }
}
