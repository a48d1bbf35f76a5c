using System.Text;
using Archive.Store.Search;
using Archive.Store.Search.Folding;

namespace Archive.Store.Stories;

/// <summary>
/// A headline's words without what a page puts round them: "WATCH:", "– BBC News", "(video)". Brackets stay, and are known.
/// </summary>
internal sealed class HeadlineCut
{
    private const int MostLabels = 3;

    private readonly string text;
    private readonly StoryWords words;
    private readonly List<SearchToken> tokens;
    private int first;
    private int end;

    public HeadlineCut(string text, StoryWords words)
    {
        (this.text, this.words) = (text, words);
        tokens = Whole(SearchText.Tokens(text));
        end = tokens.Count;
        for (var i = 0; i < MostLabels && (TakeLabel() || TakeOutlet()); i++)
        {
            // What stands before and behind it may be a label again.
        }
    }

    /// <summary>All words, labels too: what is equal to the letter is equal in these.</summary>
    public string Folded => string.Join(' ', tokens.Select(token => token.Term));

    /// <summary>Words without labels.</summary>
    public IReadOnlyList<SearchToken> Tokens => tokens[first..end];

    /// <summary>Nothing but this one character stands between two words: the comma of a number.</summary>
    public bool Joins(SearchToken one, SearchToken next, char by) => next.Start == one.Start + one.Length + 1 && text[next.Start - 1] == by;

    public bool IsInserted(SearchToken token)
    {
        var open = text.LastIndexOf('[', token.Start);
        return open >= 0 && text.IndexOf(']', open) > token.Start;
    }

    /// <summary>A comma, colon or dash stands between two words.</summary>
    public bool IsPartBetween(SearchToken one, SearchToken next) =>
        text.AsSpan(one.Start + one.Length, next.Start - one.Start - one.Length) is var between && (between.ContainsAny(",:;–—") || between.Contains(" -", StringComparison.Ordinal));

    /// <summary>Of a script that puts no blanks between words; Tibetan marks its syllables, which do as words.</summary>
    public static bool IsCharacter(SearchToken token) =>
        token.Term[0] is not (>= '\u0F00' and <= '\u0FFF')
        && (char.IsHighSurrogate(token.Term[0]) ? LetterTable.Of(Rune.GetRuneAt(token.Term, 0)).Kind : LetterTable.KindOf(token.Term[0])) == LetterKind.Character;

    public string Printed(SearchToken token) => text.Substring(token.Start, token.Length);

    /// <summary>Where a piece's kind or outlet ends before its headline: "Opinion: ", "EXPLAINED | ", "UPDATE 1-".</summary>
    private bool TakeLabel()
    {
        for (var i = first; i < end - 1; i++)
        {
            if (IsBar(i) && (Are(first, i + 1, IsLabel) || words.IsOutlet(Terms(first, i + 1))))
            {
                first = i + 1;
                return true;
            }
        }
        return false;
    }

    // "– BBC News", "(video)", "| Phayul": behind a bar stands an outlet, known or not.
    private bool TakeOutlet()
    {
        for (var i = end - 1; i > first && i >= end - 6; i--)
        {
            var before = Between(i - 1);
            var isBar = before.AsSpan().ContainsAny("|｜");
            if ((isBar || before.Contains(' ', StringComparison.Ordinal) && before.AsSpan().ContainsAny("–—-(:"))
                && (Are(i, end, IsLabel) || words.IsOutlet(Terms(i, end)) || isBar && i > first + 2))
            {
                end = i;
                return true;
            }
        }
        return false;
    }

    private bool IsBar(int i) =>
        Between(i).AsSpan().ContainsAny(":：|｜") || Between(i) is " - " or " – " or " — " || tokens[i].Term.All(char.IsAsciiDigit) && Between(i) == "-" && i == first + 1;

    private bool IsLabel(string term) => words.IsLabel(term) || term.All(char.IsAsciiDigit);

    private bool Are(int from, int to, Func<string, bool> what) => to - from <= 4 && words.IsLabel(tokens[from].Term) && Terms(from, to).All(what);

    private List<string> Terms(int from, int to) => tokens[from..to].ConvertAll(token => token.Term);

    // What is printed between a word and the next one.
    private string Between(int i) => text[(tokens[i].Start + tokens[i].Length)..tokens[i + 1].Start];

    // A Tibetan syllable is one word: search cuts it into its stacks.
    private static List<SearchToken> Whole(IReadOnlyList<SearchToken> cut)
    {
        List<SearchToken> whole = new(cut.Count);
        foreach (var token in cut)
        {
            // A headline of marks alone is found by its marks; it reports nothing.
            if (!token.Term.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            {
                continue;
            }
            if (whole.Count > 0 && token.Term[0] is >= '\u0F00' and <= '\u0FFF' && whole[^1] is var last && last.Term[0] is >= '\u0F00' and <= '\u0FFF'
                && token.Start == last.Start + last.Length)
            {
                whole[^1] = last with { Term = last.Term + token.Term, Length = last.Length + token.Length };
            }
            else
            {
                whole.Add(token);
            }
        }
        return whole;
    }
}
