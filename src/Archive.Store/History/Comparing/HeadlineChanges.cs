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
        string[] kept = [.. after.Select(headline => headline.Id).Where(was.ContainsKey)], order = [.. before.Select(headline => headline.Id).Where(stays.Contains)];
        if (!kept.SequenceEqual(order))
        {
            var first = kept.Zip(order).TakeWhile(pair => pair.First == pair.Second).Count();
            var last = kept.Reverse().Zip(order.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
            yield return new("Order of headlines", Listed(order[first..^last]), Listed(kept[first..^last]));
        }

        string Listed(IEnumerable<string> ids) => string.Join("\n", ids.Select(id => was[id].Text));
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
