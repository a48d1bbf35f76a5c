namespace Archive.Store.Search;

/// <summary>What entries must not contradict each other in.</summary>
internal static class ThesaurusRules
{
    public static void Check(IReadOnlyList<ThesaurusEntry> entries)
    {
        var bySlug = new Dictionary<string, ThesaurusEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!bySlug.TryAdd(entry.Slug, entry))
            {
                throw ThesaurusEntry.Fault(entry.Line, entry.Slug, $"there is one already{ThesaurusEntry.In(bySlug[entry.Slug].Line)}");
            }
        }
        foreach (var entry in entries)
        {
            CheckRelated(entry, bySlug);
            CheckOwn(entry);
        }
        CheckBetween([.. entries.SelectMany(entry => entry.Spellings.Select(at => (entry, at)))]);
    }

    private static void CheckRelated(ThesaurusEntry entry, Dictionary<string, ThesaurusEntry> bySlug)
    {
        foreach (var relation in entry.Related)
        {
            if (relation.Slug == entry.Slug || !bySlug.TryGetValue(relation.Slug, out var other))
            {
                throw ThesaurusEntry.Fault(relation.Line, entry.Slug, $"there is no other entry '{relation.Slug}' to be related to");
            }
            if (other.Line < entry.Line && other.Related.Any(back => back.Slug == entry.Slug))
            {
                throw ThesaurusEntry.Fault(relation.Line, entry.Slug, $"'{relation.Slug}' names this one already; a relation is said once");
            }
        }
    }

    private static void CheckOwn(ThesaurusEntry entry)
    {
        for (var i = 0; i < entry.Spellings.Count; i++)
        {
            var spelling = entry.Spellings[i];
            if (entry.Spellings.Where((other, at) => at != i && other.Covers(spelling) && (at < i || !spelling.Covers(other))).FirstOrDefault() is { } other)
            {
                throw ThesaurusEntry.Fault(spelling.Line, entry.Slug, $"'{Written(spelling)}' is the same to search as '{Written(other)}'{ThesaurusEntry.In(other.Line)}; say it once");
            }
        }
    }

    private static void CheckBetween(List<(ThesaurusEntry Entry, SpellingAt At)> all)
    {
        var byFirst = all.ToLookup(one => one.At.Spelling.Terms[0].Text, StringComparer.Ordinal);
        var beginnings = all.Where(one => one.At.Spelling.IsPrefix).ToList();
        foreach (var (entry, spelling) in all)
        {
            var others = byFirst[spelling.Spelling.Terms[0].Text].Concat(spelling.Spelling.IsPrefix ? all : beginnings)
                .Where(other => other.Entry != entry && (other.At.Covers(spelling) || spelling.Covers(other.At))).ToList();
            if (others.Count == 0 && spelling.Spelling.Shared is not null)
            {
                throw ThesaurusEntry.Fault(spelling.Line, entry.Slug, $"'{Written(spelling)}' is shared with no other entry");
            }
            if (others.Count > 0 && (spelling.Spelling.Shared is null || others.Exists(other => other.At.Spelling.Shared is null)))
            {
                throw ThesaurusEntry.Fault(spelling.Line, entry.Slug,
                    $"'{Written(spelling)}' is in entry '{others[0].Entry.Slug}' too{ThesaurusEntry.In(others[0].At.Line)}; where that is meant, both say so under shared");
            }
        }
    }

    private static string Written(SpellingAt at) => at.Spelling.Text + (at.Spelling.IsPrefix ? "*" : "");
}
