using System.Security.Cryptography;
using System.Text;
using Archive.Store.Naming;

namespace Archive.Store.Search;

/// <summary>
/// Lays what editors said over the list of the file, entry by entry. An edited entry is as it was edited, whatever a later file says; every
/// other is as the file has it. Where a later file contradicts an edit, the edit stands, and the file's entry does without what contradicts.
/// </summary>
internal static class ThesaurusOverlay
{
    /// <returns>The list, and what of the file had to give way, for whoever looks after it.</returns>
    public static (Thesaurus Thesaurus, IReadOnlyList<string> GaveWay) Over(Thesaurus shipped, IReadOnlyList<EditedTopic> edits)
    {
        List<string> gaveWay = [];
        try
        {
            return (Checked(Reconciled(Joined(shipped, edits, gaveWay)), Version(shipped, edits)), gaveWay);
        }
        catch (FormatException e)
        {
            return (shipped, [$"all edits, as they cannot be read together: {e.Message}"]);
        }
    }

    /// <summary>The list with one entry as somebody wants it.</summary>
    /// <param name="entry">Null to take it out.</param>
    /// <exception cref="FormatException">It contradicts another; the message names both.</exception>
    public static Thesaurus With(Thesaurus now, string slug, TopicEntry? entry)
    {
        List<ThesaurusEntry> others = [.. now.Entries.Where(other => other.Slug != slug)
            .Select(other => other with { Related = [.. other.Related.Where(relation => relation.Slug != slug)] })];
        if (entry is null)
        {
            return Checked(Reconciled(others), now.Version);
        }
        var wanted = entry.ToEntry(slug);
        foreach (var relation in wanted.Related.Where(relation => relation.Slug == slug || !others.Exists(other => other.Slug == relation.Slug)))
        {
            throw ThesaurusEntry.Fault(ThesaurusEntry.Edited, slug, $"there is no other topic '{relation.Slug}' to be related to");
        }
        // What it says is shared with another must be: otherwise it was meant for one that is not there.
        foreach (var own in wanted.Spellings.Where(own => own.Spelling.Shared is not null && !others.Exists(other => other.Spellings.Any(at => at.Covers(own) || own.Covers(at)))))
        {
            throw ThesaurusEntry.Fault(ThesaurusEntry.Edited, slug, $"'{own.Spelling.Text}' is shared with no other topic");
        }
        return Checked(Reconciled([wanted, .. others]), now.Version);
    }

    /// <summary>What a shipped entry says, in short: another where a later file says something else.</summary>
    public static string HashOf(TopicEntry entry) => Short(entry.ToJson());

    /// <summary>Whether the file says something else of an edited topic than it said when that was edited.</summary>
    public static bool HasNewer(Thesaurus shipped, EditedTopic edited) =>
        (shipped.WithSlug(edited.Slug) is { } topic ? HashOf(TopicEntry.Of(topic)) : null) != edited.ShippedHash;

    private static List<ThesaurusEntry> Joined(Thesaurus shipped, IReadOnlyList<EditedTopic> edits, List<string> gaveWay)
    {
        HashSet<string> slugs = new(edits.Select(edit => edit.Slug), StringComparer.Ordinal);
        List<ThesaurusEntry> all = [.. edits.Where(edit => edit.Entry is not null).Select(edit => TopicEntry.Read(edit.Entry!).ToEntry(edit.Slug))];
        var taken = all.SelectMany(entry => entry.Spellings).ToList();
        foreach (var entry in shipped.Entries.Where(entry => !slugs.Contains(entry.Slug)))
        {
            var clashing = entry.Spellings.Where(own => own.Spelling.Shared is null && taken.Exists(other => other.Spelling.Shared is null && (other.Covers(own) || own.Covers(other)))).ToList();
            gaveWay.AddRange(clashing.Select(spelling => $"“{spelling.Spelling.Text}” of “{entry.Name}”"));
            if (!clashing.Contains(entry.Spellings[0]))
            {
                all.Add(entry with { Spellings = [.. entry.Spellings.Except(clashing)] });
            }
        }
        return all;
    }

    // Sharing and being related are of both sides, though one of them may have said so alone.
    private static List<ThesaurusEntry> Reconciled(List<ThesaurusEntry> entries)
    {
        var bySlug = entries.ToDictionary(entry => entry.Slug, StringComparer.Ordinal);
        var byFirst = entries.SelectMany(entry => entry.Spellings, (entry, at) => (Entry: entry, At: at)).ToLookup(one => one.At.Spelling.Terms[0].Text, StringComparer.Ordinal);
        var beginnings = entries.SelectMany(entry => entry.Spellings.Where(at => at.Spelling.IsPrefix), (entry, at) => (Entry: entry, At: at)).ToList();
        HashSet<(string, string)> related = [];
        return entries.ConvertAll(entry => entry with
        {
            Spellings = [.. entry.Spellings.Select(at => at with { Spelling = at.Spelling with { Shared = SharedOf(entry, at) } })],
            Related = [.. entry.Related.Where(relation => bySlug.ContainsKey(relation.Slug) && relation.Slug != entry.Slug && related.Add(Pair(entry.Slug, relation.Slug)))],
        });

        string? SharedOf(ThesaurusEntry entry, SpellingAt at)
        {
            var others = byFirst[at.Spelling.Terms[0].Text].Concat(at.Spelling.IsPrefix ? byFirst.SelectMany(one => one) : beginnings)
                .Where(other => other.Entry != entry && (other.At.Covers(at) || at.Covers(other.At))).ToList();
            return others.Count == 0 ? null : at.Spelling.Shared ?? others.Select(other => other.At.Spelling.Shared).FirstOrDefault(shared => shared is not null);
        }
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static Thesaurus Checked(List<ThesaurusEntry> entries, string version)
    {
        ThesaurusRules.Check(entries);
        return new(entries, version);
    }

    private static string Version(Thesaurus shipped, IReadOnlyList<EditedTopic> edits) =>
        Short(string.Join('\n', edits.Select(edit => $"{edit.Slug} {edit.Entry}").Prepend(shipped.Version)));

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
