namespace Archive.Store.Search.Asking;

/// <summary>Finds in a printed text the words for which it matched.</summary>
internal static class Marks
{
    /// <returns>In order, apart from each other.</returns>
    public static IReadOnlyList<TextSpan> In(string text, IReadOnlyList<WordsNode> words, bool isTitle)
    {
        var tokens = SearchText.Tokens(text).ToList();
        List<TextSpan> found = [];
        foreach (var phrase in words.Where(phrase => phrase.In == SearchPlace.Text || phrase.In == SearchPlace.Title && isTitle))
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                if (End(tokens, i, phrase) is { } last)
                {
                    found.Add(new(tokens[i].Start, tokens[last].Start + tokens[last].Length - tokens[i].Start));
                }
            }
        }
        return Joined(found);
    }

    // The last token of the phrase if it begins here.
    private static int? End(List<SearchToken> tokens, int from, WordsNode phrase)
    {
        var at = from;
        for (var i = 0; i < phrase.Terms.Count; i++)
        {
            var isLast = i == phrase.Terms.Count - 1;
            if (i > 0)
            {
                var wanted = tokens[at].Position + phrase.Terms[i].Gap;
                do
                {
                    at++;
                }
                while (at < tokens.Count && tokens[at].Position < wanted);
                if (at == tokens.Count || tokens[at].Position != wanted)
                {
                    return null;
                }
            }
            var (token, term) = (Index.IndexTerm.Cut(tokens[at].Term), Index.IndexTerm.Cut(phrase.Terms[i].Text));
            if (isLast && phrase.IsPrefix ? !token.StartsWith(term, StringComparison.Ordinal) : token != term)
            {
                return null;
            }
        }
        return at;
    }

    private static List<TextSpan> Joined(List<TextSpan> spans)
    {
        List<TextSpan> joined = [];
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            if (joined.Count > 0 && span.Start < joined[^1].Start + joined[^1].Length)
            {
                var end = Math.Max(span.Start + span.Length, joined[^1].Start + joined[^1].Length);
                joined[^1] = joined[^1] with { Length = end - joined[^1].Start };
            }
            else
            {
                joined.Add(span);
            }
        }
        return joined;
    }
}
