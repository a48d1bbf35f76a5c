namespace Archive.Web.Hosting.Keeping;

/// <summary>
/// Finished pages in a bounded memory. One that was asked for a second time moves among the regulars, which have three quarters of the
/// room; so a flood of addresses that nobody asks for twice drives out only its own kind.
/// </summary>
internal sealed class KeptPages(long capacity)
{
    private readonly Lock one = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> all = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> newcomers = [];
    private readonly LinkedList<Kept> regulars = [];
    private long newcomersBytes;
    private long regularsBytes;

    public bool IsOff => capacity == 0;

    /// <summary>What is kept, counted with the room that its keeping takes.</summary>
    public long Bytes
    {
        get
        {
            lock (one)
            {
                return newcomersBytes + regularsBytes;
            }
        }
    }

    /// <returns>The page, and when it was last known to be as good as new; null where none is kept.</returns>
    public Kept? Find(string key)
    {
        lock (one)
        {
            if (!all.TryGetValue(key, out var node))
            {
                return null;
            }
            Remove(node);
            AddRegular(node);
            return node.Value;
        }
    }

    public void Keep(string key, MadePage page, DateTimeOffset now)
    {
        var kept = new Kept(key, page, now);
        lock (one)
        {
            var isRegular = false;
            if (all.Remove(key, out var former))
            {
                isRegular = former.List == regulars;
                Remove(former);
            }
            if (kept.Bytes > capacity / 8)
            {
                return;
            }
            var node = all[key] = new(kept);
            if (isRegular)
            {
                AddRegular(node);
            }
            else
            {
                AddNewcomer(node);
            }
        }
    }

    private void AddRegular(LinkedListNode<Kept> node)
    {
        regulars.AddFirst(node);
        regularsBytes += node.Value.Bytes;
        while (regularsBytes > capacity / 4 * 3)
        {
            var last = regulars.Last!;
            Remove(last);
            AddNewcomer(last);
        }
        MakeRoom();
    }

    private void AddNewcomer(LinkedListNode<Kept> node)
    {
        newcomers.AddFirst(node);
        newcomersBytes += node.Value.Bytes;
        MakeRoom();
    }

    private void MakeRoom()
    {
        while (newcomersBytes + regularsBytes > capacity && newcomers.Last is { } last)
        {
            Remove(last);
            all.Remove(last.Value.Key);
        }
    }

    private void Remove(LinkedListNode<Kept> node)
    {
        if (node.List == regulars)
        {
            regularsBytes -= node.Value.Bytes;
        }
        else
        {
            newcomersBytes -= node.Value.Bytes;
        }
        node.List!.Remove(node);
    }
}

/// <summary>One kept page.</summary>
internal sealed class Kept(string key, MadePage page, DateTimeOffset goodAt)
{
    // The objects and the entry in the dictionary.
    private const int Overhead = 500;

    public string Key { get; } = key;

    public MadePage Page { get; } = page;

    /// <summary>When it was last known to be as good as new.</summary>
    public DateTimeOffset GoodAt { get; set; } = goodAt;

    public long Bytes { get; } = page.Bytes.Length + 2L * key.Length + Overhead;
}
