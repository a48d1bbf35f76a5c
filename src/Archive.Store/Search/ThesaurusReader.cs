using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Archive.Store.Search;

/// <summary>From the file to topics. Whatever is wrong with it is said with its line and entry, for the file is written by hand.</summary>
internal static class ThesaurusReader
{
    private static readonly string[] Keys = ["slug", "name", "spellings", "shared", "reason", "related"];

    /// <exception cref="FormatException">The text is no list of topics, or contradicts itself.</exception>
    public static IReadOnlyList<ThesaurusEntry> Read(string yaml)
    {
        var entries = Entries(yaml).Select(Entry).ToList();
        ThesaurusRules.Check(entries);
        return entries;
    }

    /// <summary>What entries that do not contradict each other say.</summary>
    public static IEnumerable<Topic> Topics(IReadOnlyList<ThesaurusEntry> entries) =>
        entries.Select(entry => new Topic(entry.Slug, entry.Name, entry.Reason, [.. entry.Spellings.Select(at => at.Spelling)], Related(entry, entries)));

    private static IEnumerable<YamlMappingNode> Entries(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw ThesaurusEntry.Fault(e.Start.Line, null, e.InnerException?.Message ?? e.Message);
        }
        var list = stream.Documents.Count == 1 ? stream.Documents[0].RootNode as YamlSequenceNode : null;
        if (list is null || list.Children.Count == 0)
        {
            throw ThesaurusEntry.Fault(1, null, "there is no list of topics, each beginning with '- slug:'");
        }
        return list.Select(node => node as YamlMappingNode ?? throw ThesaurusEntry.Fault(node.Start.Line, null, "an entry begins with '- slug:'"));
    }

    private static ThesaurusEntry Entry(YamlMappingNode node)
    {
        var line = node.Start.Line;
        var slug = Text(node, "slug", line, null);
        if (Slug.Of(slug) != slug || !Ascii.IsValid(slug))
        {
            throw ThesaurusEntry.Fault(line, slug, "a slug has small Latin letters and digits, joined by hyphens");
        }
        foreach (var key in node.Children.Keys.Where(key => !Keys.Contains(key.ToString(), StringComparer.Ordinal)))
        {
            throw ThesaurusEntry.Fault(key.Start.Line, slug, $"'{key}' is none of {string.Join(", ", Keys)}");
        }
        var name = Text(node, "name", line, slug);
        var spellings = new List<SpellingAt> { SpellingAt.Of(name, null, node["name"].Start.Line, slug) };
        foreach (var text in Listed(node, slug))
        {
            spellings.Add(SpellingAt.Of(Scalar(text, "spellings", slug), null, text.Start.Line, slug));
        }
        foreach (var (text, why) in Mapped(node, "shared", slug))
        {
            spellings.Add(SpellingAt.Of(Scalar(text, "shared", slug), Scalar(why, "shared", slug), text.Start.Line, slug));
        }
        return new(slug, name, Text(node, "reason", line, slug), spellings, line)
        {
            Related = [.. Mapped(node, "related", slug).Select(pair => new RelationAt(Scalar(pair.Key, "related", slug), Scalar(pair.Value, "related", slug), pair.Key.Start.Line))],
        };
    }

    // A relation is written once, at either topic, and holds for both.
    private static List<RelatedTopic> Related(ThesaurusEntry entry, IReadOnlyList<ThesaurusEntry> entries)
    {
        var own = entry.Related.Select(relation => new RelatedTopic(relation.Slug, relation.Why)).ToList();
        var back = entries.SelectMany(other => other.Related.Where(relation => relation.Slug == entry.Slug).Select(relation => new RelatedTopic(other.Slug, relation.Why)));
        return [.. own, .. back.ExceptBy(own.Select(related => related.Slug), related => related.Slug)];
    }

    private static IEnumerable<YamlNode> Listed(YamlMappingNode node, string slug) => !node.Children.TryGetValue("spellings", out var value) ? []
        : value as YamlSequenceNode ?? throw ThesaurusEntry.Fault(value.Start.Line, slug, "spellings is no list: write it as [one, two]");

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Mapped(YamlMappingNode node, string key, string slug) => !node.Children.TryGetValue(key, out var value) ? []
        : value as YamlMappingNode ?? throw ThesaurusEntry.Fault(value.Start.Line, slug, $"{key} is no list of 'one: why'");

    private static string Text(YamlMappingNode node, string key, long line, string? slug) =>
        node.Children.TryGetValue(key, out var value) ? Scalar(value, key, slug) : throw ThesaurusEntry.Fault(line, slug, $"it has no {key}");

    private static string Scalar(YamlNode node, string key, string? slug) =>
        node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text) ? text.Trim() : throw ThesaurusEntry.Fault(node.Start.Line, slug, $"{key} is empty, or no text");
}
