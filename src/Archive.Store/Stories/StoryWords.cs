using Archive.Store.Search;

namespace Archive.Store.Stories;

/// <summary>What <c>story-words.txt</c> says: which words stand for one, and which say nothing or turn the sense.</summary>
internal sealed class StoryWords
{
    private readonly Dictionary<string, List<StoryPhrase>> phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> outlets = new(StringComparer.Ordinal);
    private readonly HashSet<string> outletWords = new(StringComparer.Ordinal);
    private readonly Dictionary<char, char> simplified = [];
    private readonly Dictionary<string, HashSet<string>> beginnings = new(StringComparer.Ordinal);

    private StoryWords(TextReader file)
    {
        var section = "";
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                section = line;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                Read(section, line);
            }
        }
        foreach (var list in phrases.Values)
        {
            list.Sort((one, other) => other.Rest.Length.CompareTo(one.Rest.Length));
        }
    }

    public static StoryWords Default { get; } = Load();

    /// <summary>The phrases and words that begin with a word, the longest first; null where there are none.</summary>
    public List<StoryPhrase>? Beginning(string term) => phrases.GetValueOrDefault(term);

    /// <summary>What stands at a place: the longest phrase that is known, or the word by itself with its ending off.</summary>
    /// <returns>How many of the tokens it takes.</returns>
    public static (int Length, string Key, WordTraits Traits) At(ReadOnlySpan<StoryToken> tokens, int at)
    {
        var term = tokens[at].Term;
        var known = Longest(term.Phrases, tokens[(at + 1)..]);
        if (Longest(term.StemPhrases, tokens[(at + 1)..]) is { } other && (known is null || other.Rest.Length > known.Rest.Length))
        {
            known = other;
        }
        return known is null ? (1, term.Stem, IsAdverb(term.Printed) ? WordTraits.Light : WordTraits.None) : (known.Rest.Length + 1, known.Key, known.Traits);
    }

    /// <summary>The first words of all spellings that have a key.</summary>
    public IEnumerable<string> BeginningsOf(string key) => beginnings.TryGetValue(key, out var words) ? words : [];

    /// <summary>The characters that are written instead of a simplified one.</summary>
    public IEnumerable<char> TraditionalOf(char c) => simplified.Where(pair => pair.Value == c).Select(pair => pair.Key);

    public bool IsLabel(string term) => labels.Contains(term);

    /// <param name="terms">All words of a name.</param>
    public bool IsOutlet(IReadOnlyList<string> terms) =>
        outlets.Contains(string.Join(' ', terms)) || terms.Count is > 1 and <= 5 && outletWords.Contains(terms[^1]);

    public char Simplified(char c) => simplified.GetValueOrDefault(c, c);

    private static StoryWords Load()
    {
        using var file = new StreamReader(typeof(StoryWords).Assembly.GetManifestResourceStream("story-words.txt")!);
        return new(file);
    }

    // "unanimously", "quietly": how it happened. Not "family", and not what turns the sense ("falsely" stands in the file).
    private static bool IsAdverb(string term) =>
        term.Length >= 7 && term.EndsWith("ly", StringComparison.Ordinal) && term is not ("assembly" or "monopoly" or "anomaly" or "butterfly" or "elderly" or "fatally");

    private static StoryPhrase? Longest(List<StoryPhrase>? phrases, ReadOnlySpan<StoryToken> next)
    {
        if (phrases is not null)
        {
            foreach (var phrase in phrases)
            {
                if (Fits(phrase.Rest, next))
                {
                    return phrase;
                }
            }
        }
        return null;
    }

    private static bool Fits(string[] rest, ReadOnlySpan<StoryToken> next)
    {
        if (rest.Length > next.Length)
        {
            return false;
        }
        for (var i = 0; i < rest.Length; i++)
        {
            if (next[i].Term.Printed != rest[i])
            {
                return false;
            }
        }
        return true;
    }

    private void Read(string section, string line)
    {
        switch (section)
        {
            case "[light]" or "[pivot]":
                foreach (var word in Terms(line))
                {
                    Add([word], word, section == "[light]" ? WordTraits.Light : WordTraits.Pivot);
                }
                break;
            case "[labels]":
                labels.UnionWith(Terms(line));
                break;
            case "[outlets]":
                outlets.UnionWith(line.Split(',').Select(name => string.Join(' ', Terms(name))));
                break;
            case "[outlet words]":
                outletWords.UnionWith(Terms(line));
                break;
            case "[traditional]":
                foreach (var pair in line.Chunk(2))
                {
                    simplified[pair[0]] = pair[1];
                }
                break;
            case "[characters]":
                var traits = line.StartsWith("light:", StringComparison.Ordinal) ? WordTraits.Light : WordTraits.Turning;
                foreach (var c in line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
                {
                    Add([c.ToString()], c.ToString(), traits);
                }
                break;
            default:
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                foreach (var spelling in line[(colon + 1)..].Split(','))
                {
                    Add([.. Terms(spelling)], line[..colon], TraitsOf(section));
                }
                break;
        }
    }

    private static WordTraits TraitsOf(string section) => section switch
    {
        "[turning]" => WordTraits.Turning,
        "[places]" => WordTraits.Place,
        "[numbers]" => WordTraits.Number,
        _ => WordTraits.None,
    };

    private static IEnumerable<string> Terms(string text) => SearchText.Tokens(text).Select(token => token.Term);

    private void Add(string[] terms, string key, WordTraits traits)
    {
        if (!beginnings.TryGetValue(key, out var words))
        {
            beginnings[key] = words = new(StringComparer.Ordinal);
        }
        words.Add(terms[0]);
        // "made" is light, "mad" is not.
        var stem = (traits & WordTraits.Light) != WordTraits.None && terms[0].Length < 6 ? terms[0] : WordStem.Of(terms[0]);
        foreach (var first in new[] { terms[0], stem }.Distinct(StringComparer.Ordinal))
        {
            if (!phrases.TryGetValue(first, out var list))
            {
                phrases[first] = list = [];
            }
            // What is said last counts: a pivot is light otherwise.
            list.RemoveAll(phrase => phrase.Rest.AsSpan().SequenceEqual(terms.AsSpan(1)));
            list.Add(new(terms[1..], key, traits));
        }
    }
}

/// <summary>A word or phrase of the file.</summary>
/// <param name="Rest">Its words behind the first.</param>
internal sealed record StoryPhrase(string[] Rest, string Key, WordTraits Traits);
