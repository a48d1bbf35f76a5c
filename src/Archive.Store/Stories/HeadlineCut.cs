using System.Runtime.InteropServices;

namespace Archive.Store.Stories;

/// <summary>
/// A headline's words without what a page puts round them: "WATCH:", "– BBC News", "(video)". Brackets stay, and are known.
/// </summary>
internal sealed class HeadlineCut
{
    private const int MostLabels = 3;

    private readonly string text;
    private readonly StoryWords words;
    private readonly List<StoryToken> tokens;
    private readonly bool hasBrackets;
    private int first;
    private int end;

    public HeadlineCut(string text, StoryTerms terms)
    {
        (this.text, words, tokens) = (text, terms.Words, terms.Cut(text));
        hasBrackets = text.Contains('[', StringComparison.Ordinal);
        end = tokens.Count;
        for (var i = 0; i < MostLabels && (TakeLabel() || TakeOutlet()); i++)
        {
            // What stands before and behind it may be a label again.
        }
        Folded = Joined(0, tokens.Count);
        Bare = end - first == tokens.Count ? Folded : Joined(first, end);
    }

    /// <summary>All words, labels too: what is equal to the letter is equal in these.</summary>
    public string Folded { get; }

    /// <summary>Words without labels.</summary>
    public string Bare { get; }

    /// <summary>How many words stand before those of <see cref="Tokens"/>.</summary>
    public int First => first;

    /// <summary>Words without labels.</summary>
    public ReadOnlySpan<StoryToken> Tokens => CollectionsMarshal.AsSpan(tokens)[first..end];

    /// <summary>Nothing but this one character stands between two words: the comma of a number.</summary>
    public bool Joins(StoryToken one, StoryToken next, char by) => next.Start == one.End + 1 && text[next.Start - 1] == by;

    public bool IsInserted(StoryToken token) =>
        hasBrackets && text.LastIndexOf('[', token.Start) is >= 0 and var open && text.IndexOf(']', open) > token.Start;

    /// <summary>A comma, colon or dash stands between two words.</summary>
    public bool IsPartBetween(StoryToken one, StoryToken next) =>
        text.AsSpan(one.End, next.Start - one.End) is not " " and var between && (between.ContainsAny(",:;–—") || between.Contains(" -", StringComparison.Ordinal));

    /// <summary>Exactly as it is printed.</summary>
    public bool IsPrinted(StoryToken token, string word) => text.AsSpan(token.Start, token.Length).SequenceEqual(word);

    /// <summary>Where a piece's kind or outlet ends before its headline: "Opinion: ", "EXPLAINED | ", "UPDATE 1-".</summary>
    private bool TakeLabel()
    {
        for (var i = first; i < end - 1; i++)
        {
            if (IsBar(i) && (AreLabels(first, i + 1) || words.IsOutlet(Terms(first, i + 1))))
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
            if (before is " ")
            {
                continue;
            }
            var isBar = before.ContainsAny("|｜");
            if ((isBar || before.Contains(' ') && before.ContainsAny("–—-(:")) && (AreLabels(i, end) || words.IsOutlet(Terms(i, end)) || isBar && i > first + 2))
            {
                end = i;
                return true;
            }
        }
        return false;
    }

    private bool IsBar(int i) =>
        Between(i) is not " " and var between
        && (between.ContainsAny(":：|｜") || between is " - " or " – " or " — " || between is "-" && i == first + 1 && tokens[i].Term.IsDigits);

    // A label, and perhaps numbers behind it.
    private bool AreLabels(int from, int to) =>
        to - from <= 4 && tokens[from].Term.IsLabel && tokens.FindIndex(from, to - from, token => !token.Term.IsLabel && !token.Term.IsDigits) < 0;

    private List<string> Terms(int from, int to) => tokens[from..to].ConvertAll(token => token.Term.Printed);

    // What is printed between a word and the next one.
    private ReadOnlySpan<char> Between(int i) => text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End);

    private string Joined(int from, int to)
    {
        var length = Math.Max(to - from - 1, 0);
        for (var i = from; i < to; i++)
        {
            length += tokens[i].Term.Printed.Length;
        }
        return string.Create(length, (tokens, from, to), static (joined, part) =>
        {
            for (var i = part.from; i < part.to; i++)
            {
                var word = part.tokens[i].Term.Printed;
                word.CopyTo(joined);
                joined = joined[word.Length..];
                if (i + 1 < part.to)
                {
                    joined[0] = ' ';
                    joined = joined[1..];
                }
            }
        });
    }
}
