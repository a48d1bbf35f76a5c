using Archive.Store.History;
using Archive.Store.Links;

namespace Archive.Store.Merging;

/// <summary>Why two headlines are held for one.</summary>
public enum SameBy
{
    /// <summary>They link the same page.</summary>
    Link,

    /// <summary>Their words are the same, but for case, accents and marks.</summary>
    Words,
}

/// <summary>A headline of the post that goes which the kept one has already.</summary>
/// <param name="Gives">It says a link or an outlet that the kept one lacks, and that comes over.</param>
public sealed record SameHeadline(HeadlineSnapshot Other, HeadlineSnapshot Kept, SameBy By, bool Gives);

/// <summary>What becomes of two posts that are held for one: the same when it is looked at and when it is done.</summary>
/// <param name="Result">What the kept post says from then on.</param>
/// <param name="Coming">Headlines that come over, with their addresses.</param>
/// <param name="Passages">Running text that comes over: of a digest alone.</param>
public sealed record MergePlan(
    PostSnapshot Result, IReadOnlyList<HeadlineSnapshot> Coming, IReadOnlyList<SameHeadline> Same, IReadOnlyList<PassageSnapshot> Passages, IReadOnlyList<string> Categories)
{
    private static readonly string Digest = PostKindName.Of(PostKind.Digest);

    /// <summary>Where each headline of the post that goes is found afterwards, by their addresses.</summary>
    public Dictionary<string, string> Places() => Coming.Select(headline => (headline.Id, To: headline.Id)).Concat(Same.Select(pair => (pair.Other.Id, To: pair.Kept.Id)))
        .ToDictionary(pair => pair.Item1, pair => pair.To, StringComparer.Ordinal);

    /// <returns>Why two posts cannot be one; null where they can.</returns>
    public static string? FaultOf(PostSnapshot kept, PostSnapshot other) =>
        IsList(kept) != IsList(other) ? "One of the two is a list of headlines and the other is a text: they cannot be made one."
        : kept.IsSample != other.IsSample ? "One of the two is a sample that came with the program: its own page takes its place by itself."
        : null;

    public static bool IsList(PostSnapshot post) => post.Kind == Digest;

    /// <param name="kept">Its title, days and text stay; it gets what it lacks.</param>
    public static MergePlan Of(PostSnapshot kept, PostSnapshot other)
    {
        List<HeadlineSnapshot> result = [.. kept.Headlines], coming = [];
        List<SameHeadline> same = [];
        var byLink = Indexed(kept.Headlines, headline => LinkAddress.KeyOf(headline.Url));
        var byWords = Indexed(kept.Headlines, Folded);
        foreach (var headline in other.Headlines)
        {
            var key = LinkAddress.KeyOf(headline.Url);
            if (key is not null && byLink.TryGetValue(key, out var at) || byWords.TryGetValue(Folded(headline), out at))
            {
                var by = key is not null && byLink.TryGetValue(key, out var linked) && linked == at ? SameBy.Link : SameBy.Words;
                var (before, after) = (result[at], Completed(result[at], headline, mayLink: key is not null && !byLink.ContainsKey(key)));
                if (after.Url != before.Url)
                {
                    byLink[key!] = at;
                }
                result[at] = after;
                same.Add(new(headline, kept.Headlines[at], by, after != before));
            }
            else
            {
                coming.Add(headline);
            }
        }
        var passages = IsList(kept) ? Missing(kept.Passages, other.Passages, passage => Fold.Text(passage.Text)) : [];
        var categories = Missing(kept.Categories, other.Categories, name => name);
        return new(
            kept with
            {
                Edited = true,
                Headlines = [.. result, .. coming],
                Passages = [.. kept.Passages, .. passages],
                Categories = [.. kept.Categories.Concat(categories).Order(StringComparer.Ordinal)],
            },
            coming, same, passages, categories);
    }

    /// <summary>Takes out of a post what came by merging. What was changed since stays changed.</summary>
    /// <param name="now">What it says now.</param>
    /// <param name="before">What it said before the merging.</param>
    /// <param name="merged">What it said after it.</param>
    public static PostSnapshot Without(PostSnapshot now, PostSnapshot before, PostSnapshot merged)
    {
        if (now.ToJson() == merged.ToJson())
        {
            return before;
        }
        var (was, made) = (before.Headlines.ToDictionary(headline => headline.Id, StringComparer.Ordinal), merged.Headlines.ToDictionary(headline => headline.Id, StringComparer.Ordinal));
        var (passages, categories) = (merged.Passages.Except(before.Passages).ToHashSet(), merged.Categories.Except(before.Categories).ToHashSet(StringComparer.Ordinal));
        return now with
        {
            Headlines = [.. now.Headlines.Where(headline => was.ContainsKey(headline.Id) || !made.ContainsKey(headline.Id)).Select(headline =>
                was.TryGetValue(headline.Id, out var former) && made.TryGetValue(headline.Id, out var given) ? Uncompleted(headline, former, given) : headline)],
            Passages = [.. now.Passages.Where(passage => !passages.Contains(passage))],
            Categories = [.. now.Categories.Where(name => !categories.Contains(name))],
        };
    }

    private static HeadlineSnapshot Completed(HeadlineSnapshot kept, HeadlineSnapshot other, bool mayLink) => kept with
    {
        Url = kept.Url ?? (mayLink ? other.Url : null),
        PrintedUrl = kept.Url is null && mayLink ? other.PrintedUrl : kept.PrintedUrl,
        Outlet = kept.Outlet ?? other.Outlet,
    };

    private static HeadlineSnapshot Uncompleted(HeadlineSnapshot now, HeadlineSnapshot former, HeadlineSnapshot given) => now with
    {
        Url = now.Url == given.Url ? former.Url : now.Url,
        PrintedUrl = now.Url == given.Url ? former.PrintedUrl : now.PrintedUrl,
        Outlet = now.Outlet == given.Outlet ? former.Outlet : now.Outlet,
    };

    private static List<T> Missing<T>(IReadOnlyList<T> kept, IReadOnlyList<T> other, Func<T, string> key) =>
        [.. other.ExceptBy(kept.Select(key), key, StringComparer.Ordinal)];

    private static Dictionary<string, int> Indexed(IReadOnlyList<HeadlineSnapshot> headlines, Func<HeadlineSnapshot, string?> key)
    {
        Dictionary<string, int> index = new(StringComparer.Ordinal);
        for (var i = 0; i < headlines.Count; i++)
        {
            if (key(headlines[i]) is { } known)
            {
                index.TryAdd(known, i);
            }
        }
        return index;
    }

    // One of signs alone is as it is.
    private static string Folded(HeadlineSnapshot headline) => Fold.Text(headline.Text) is { Length: > 0 } folded ? folded : headline.Text;
}
