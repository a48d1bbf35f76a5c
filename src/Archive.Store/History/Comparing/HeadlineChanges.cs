namespace Archive.Store.History.Comparing;

/// <summary>What differs between the headlines of two states of a digest. A headline is the same while it has the same address.</summary>
internal static class HeadlineChanges
{
    public static IEnumerable<FieldChange> Of(IReadOnlyList<HeadlineSnapshot> before, IReadOnlyList<HeadlineSnapshot> after)
    {
        var was = before.Where(headline => headline.Id.Length > 0).DistinctBy(headline => headline.Id).ToDictionary(headline => headline.Id, StringComparer.Ordinal);
        var stays = after.Select(headline => headline.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in before.Where(headline => !stays.Contains(headline.Id)))
        {
            yield return new("Headline taken out", Whole(gone), null);
        }
        for (var i = 0; i < after.Count; i++)
        {
            if (!was.TryGetValue(after[i].Id, out var former))
            {
                yield return new("Headline added", null, Whole(after[i]));
                continue;
            }
            foreach (var change in Of(i + 1, former, after[i]))
            {
                yield return change;
            }
        }
        if (Moved(before, after) is { Count: > 0 } moved)
        {
            yield return new("Order of headlines", Listed(before, moved), Listed(after, moved));
        }
    }

    // Each with the place that it has there.
    private static string Listed(IReadOnlyList<HeadlineSnapshot> headlines, HashSet<string> ids) =>
        string.Join("\n", headlines.Select((headline, i) => (headline, i)).Where(pair => ids.Contains(pair.headline.Id)).Select(pair => $"{pair.i + 1}. {pair.headline.Text}"));

    // As few as can be: all but the longest row of those that still follow each other.
    private static HashSet<string> Moved(IReadOnlyList<HeadlineSnapshot> before, IReadOnlyList<HeadlineSnapshot> after)
    {
        var places = before.Select((headline, i) => (headline.Id, i)).Where(pair => pair.Id.Length > 0).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        var kept = after.Where(headline => places.ContainsKey(headline.Id)).Select(headline => headline.Id).ToList();
        // For each length, which row of that length ends earliest; and for each, which one it follows.
        List<int> ends = [];
        var follows = new int[kept.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            var (length, high) = (0, ends.Count);
            while (length < high)
            {
                var middle = (length + high) / 2;
                (length, high) = places[kept[ends[middle]]] < places[kept[i]] ? (middle + 1, high) : (length, middle);
            }
            follows[i] = length > 0 ? ends[length - 1] : -1;
            if (length == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[length] = i;
            }
        }
        var moved = kept.ToHashSet(StringComparer.Ordinal);
        for (var at = ends.Count > 0 ? ends[^1] : -1; at >= 0; at = follows[at])
        {
            moved.Remove(kept[at]);
        }
        return moved;
    }

    private static IEnumerable<FieldChange> Of(int number, HeadlineSnapshot before, HeadlineSnapshot after)
    {
        if (before.Text != after.Text)
        {
            yield return new($"Headline {number}", before.Text, after.Text);
        }
        if (before.Url != after.Url)
        {
            yield return new($"Link of “{after.Text}”", before.Url, after.Url);
        }
        if (before.Outlet != after.Outlet)
        {
            yield return new($"Outlet of “{after.Text}”", before.Outlet, after.Outlet);
        }
        if (before.Section != after.Section)
        {
            yield return new($"Subhead over “{after.Text}”", before.Section, after.Section);
        }
    }

    private static string Whole(HeadlineSnapshot headline) => string.Join(" · ", new[] { headline.Text, headline.Outlet, headline.Url }.OfType<string>());
}
