using Archive.Store;
using Archive.Store.Removal;

namespace Archive.Import.Matching;

/// <summary>A post that was met before, in the store or earlier in this run, as far as matching needs to know it.</summary>
internal sealed class KnownPost
{
    /// <summary>0 until it is in the store.</summary>
    public long Id { get; set; }

    public required SourceKey Key { get; set; }

    public required string PrintedHash { get; set; }

    public required string ContentHash { get; set; }

    public required bool IsSample { get; set; }

    /// <summary>An editor gave it its text: no copy takes its place, and it goes into no other post.</summary>
    public bool IsEdited { get; set; }

    /// <summary>Keys of the states that editors gave it.</summary>
    public IReadOnlyList<SourceKey> OtherKeys { get; init; } = [];

    /// <summary>How it was taken out of the archive; null where it was not. No copy of it brings it back.</summary>
    public RemovedPost? Removed { get; init; }

    /// <summary>When the text that it shows was last imported: between two copies of the same fullness the later word counts.</summary>
    public required DateTime AsOf { get; set; }

    /// <summary>The wording that it shows; null where nothing but an exact copy has been compared with it.</summary>
    public Wording? Shown { get; set; }

    /// <summary>Of a post that an editor changed: its headlines as sources print them, by which these find their lines.</summary>
    public Wording? Printed { get; set; }

    /// <summary>Every wording in which it was met, the one shown among them; null as above.</summary>
    public List<Wording>? Copies { get; set; }

    /// <summary>Which post of the file in hand its text comes from; null where that is the store's.</summary>
    public int? TextFrom { get; set; }

    /// <summary>Where it was first met in this run, for "duplicate of".</summary>
    public (string Path, int LineFirst)? FirstMet { get; set; }

    /// <summary>Stored posts that a copy showed to be this one.</summary>
    public List<KnownPost> Absorbed { get; } = [];

    public KnownPost? AbsorbedBy { get; private set; }

    public bool HasKey(string full) => Key.Full == full || OtherKeys.Any(key => key.Full == full);

    /// <summary>Takes in a post that a copy showed to be the same.</summary>
    public void Absorb(KnownPost other)
    {
        other.AbsorbedBy = this;
        Copies!.AddRange(other.Copies!);
        Absorbed.AddRange(other.Absorbed);
        if (Id == 0)
        {
            Id = other.Id;
        }
        else if (other.Id > 0)
        {
            Absorbed.Add(other);
        }
    }
}

/// <summary>The posts met so far, by the part of their keys that a sample shares with its page.</summary>
internal sealed class KnownPosts
{
    private readonly Dictionary<string, List<KnownPost>> byTitle = new(StringComparer.Ordinal);

    private readonly Dictionary<long, KnownPost> stored = [];

    public IEnumerable<KnownPost> All => byTitle.Values.SelectMany(posts => posts).Distinct();

    public IReadOnlyList<KnownPost> Of(SourceKey key) => byTitle.GetValueOrDefault(key.Title) ?? [];

    public int Count(string titleKey) => byTitle.TryGetValue(titleKey, out var posts) ? posts.Count : 0;

    public bool Knows(string titleKey) => byTitle.ContainsKey(titleKey);

    /// <summary>The post of a row, if it was met under any of its keys.</summary>
    public KnownPost? Stored(long id) => stored.GetValueOrDefault(id);

    public void Add(KnownPost post) => Add(post, post.Key.Title);

    public void Add(KnownPost post, string titleKey)
    {
        if (!byTitle.TryGetValue(titleKey, out var posts))
        {
            byTitle.Add(titleKey, posts = []);
        }
        posts.Add(post);
        if (post.Id > 0)
        {
            stored[post.Id] = post;
        }
    }

    public void Remove(KnownPost post)
    {
        foreach (var title in post.OtherKeys.Select(key => key.Title).Append(post.Key.Title))
        {
            byTitle.GetValueOrDefault(title)?.Remove(post);
        }
    }
}
