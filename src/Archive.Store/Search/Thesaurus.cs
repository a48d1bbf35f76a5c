using System.Security.Cryptography;
using System.Text;

namespace Archive.Store.Search;

/// <summary>The list of topics (docs/THESAURUS.md).</summary>
public sealed class Thesaurus
{
    private static readonly Lazy<Thesaurus> Embedded = new(ReadEmbedded);

    private readonly Dictionary<string, Topic> bySlug;
    private readonly SpellingTree tree;

    /// <param name="entries">That do not contradict each other.</param>
    internal Thesaurus(IReadOnlyList<ThesaurusEntry> entries, string version)
    {
        Entries = entries;
        Topics = [.. ThesaurusReader.Topics(entries).OrderBy(topic => Fold.Text(topic.Name), StringComparer.Ordinal)];
        Version = version;
        bySlug = Topics.ToDictionary(topic => topic.Slug, StringComparer.Ordinal);
        tree = new(Topics);
    }

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>As written.</summary>
    internal IReadOnlyList<ThesaurusEntry> Entries { get; }

    /// <summary>Changes with any change of the topics.</summary>
    public string Version { get; }

    /// <summary>The list that the program comes with.</summary>
    public static Thesaurus Default => Embedded.Value;

    /// <summary>Reads a list; the message of the error names line and entry.</summary>
    /// <exception cref="FormatException">It cannot be used.</exception>
    public static Thesaurus Read(TextReader yaml)
    {
        var text = yaml.ReadToEnd();
        return new(ThesaurusReader.Read(text), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    /// <returns>Null where there is none; case and all else must be as in the list.</returns>
    public Topic? WithSlug(string slug) => bySlug.GetValueOrDefault(slug);

    /// <summary>The topics that have the phrase among their spellings: the longest run of terms from a place on.</summary>
    /// <param name="terms">Consecutive typed words, folded.</param>
    /// <param name="from">Where the run begins.</param>
    /// <returns>How many of the terms it takes, and the topics; (0, none) where no spelling begins here.</returns>
    public (int Length, IReadOnlyList<Topic> Topics) Longest(IReadOnlyList<SearchTerm> terms, int from) => tree.Longest(terms, from);

    private static Thesaurus ReadEmbedded()
    {
        using var stream = typeof(Thesaurus).Assembly.GetManifestResourceStream("Archive.Store.Search.thesaurus.yaml")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader);
    }
}
