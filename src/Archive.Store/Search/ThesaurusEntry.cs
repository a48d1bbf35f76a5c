using System.Globalization;
using System.Text;

namespace Archive.Store.Search;

/// <summary>An entry of the file, with its lines.</summary>
internal sealed record ThesaurusEntry(string Slug, string Name, string Reason, IReadOnlyList<SpellingAt> Spellings, long Line)
{
    public required IReadOnlyList<RelationAt> Related { get; init; }

    /// <summary>"line 12, entry 'uyghur': it has no reason".</summary>
    public static FormatException Fault(long line, string? slug, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{(line == Edited ? "" : $"line {line}{(slug is null ? "" : ", ")}")}{(slug is null ? "" : $"entry '{slug}'")}: {what}"));

    /// <summary>Stands for the line of what is in no file, but was typed in the desk.</summary>
    public const long Edited = 0;

    /// <summary>" in line 12"; nothing where there is no line.</summary>
    public static string In(long line) => line == Edited ? "" : string.Create(CultureInfo.InvariantCulture, $" in line {line}");
}

/// <summary>A relation, as it is written at one of its two topics.</summary>
internal sealed record RelationAt(string Slug, string Why, long Line);

/// <summary>A spelling, folded.</summary>
internal sealed record SpellingAt(Spelling Spelling, long Line)
{
    // Shorter beginnings are those of half the language.
    private const int ShortestBeginning = 4;

    public static SpellingAt Of(string written, string? shared, long line, string slug)
    {
        var isPrefix = written.EndsWith('*');
        var text = isPrefix ? written[..^1] : written;
        var tokens = SearchText.Tokens(text);
        if (!text.EnumerateRunes().Any(Rune.IsLetter) || text.Contains('*', StringComparison.Ordinal))
        {
            throw ThesaurusEntry.Fault(line, slug, $"'{written}' is no spelling: letters, and perhaps a star at the end");
        }
        if (isPrefix && (tokens.Count > 1 || tokens[0].Term.Length < ShortestBeginning))
        {
            throw ThesaurusEntry.Fault(line, slug, $"'{written}' ends in a star, which stands after one word of at least {ShortestBeginning} letters");
        }
        return new(new(text, [.. tokens.Select((token, i) => new SearchTerm(token.Term, i == 0 ? 0 : token.Position - tokens[i - 1].Position))], isPrefix, shared), line);
    }

    /// <summary>True where all that the other finds, this finds too.</summary>
    public bool Covers(SpellingAt other) => Spelling.IsPrefix
        ? other.Spelling.Terms.Count == 1 && other.Spelling.Terms[0].Text.StartsWith(Spelling.Terms[0].Text, StringComparison.Ordinal)
        : !other.Spelling.IsPrefix && Spelling.Terms.SequenceEqual(other.Spelling.Terms);
}
