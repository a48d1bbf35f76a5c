using System.Runtime.InteropServices;

namespace Archive.Store.Stories;

/// <summary>Finds wordings that are equal to the letter, labels aside: they may have no word that tells. By the hash, which the rule checks.</summary>
internal sealed class EqualWordings
{
    private readonly Dictionary<int, List<KnownWording>> byHash = [];

    /// <summary>One that the rule cannot tell from a wording; null where there is none.</summary>
    public KnownWording? Read(StoryWording wording)
    {
        foreach (var other in byHash.GetValueOrDefault(StringComparer.Ordinal.GetHashCode(wording.Folded)) ?? [])
        {
            if (!other.IsForgotten && other.Wording.Folded == wording.Folded && other.Wording.Reading() == wording.Reading())
            {
                return other;
            }
        }
        return null;
    }

    /// <returns>Those that may be equal to it.</returns>
    public List<KnownWording> Add(KnownWording added)
    {
        List<KnownWording> equal = [];
        Add(added.Numbers.FoldedHash);
        if (added.Numbers.BareHash != added.Numbers.FoldedHash)
        {
            Add(added.Numbers.BareHash);
        }
        return equal;

        void Add(int hash)
        {
            ref var others = ref CollectionsMarshal.GetValueRefOrAddDefault(byHash, hash, out var isKnown);
            if (isKnown)
            {
                equal.AddRange(others!);
            }
            (others ??= new(1)).Add(added);
        }
    }

    /// <summary>Drops those that are forgotten.</summary>
    public void Tidy()
    {
        foreach (var (hash, equal) in byHash)
        {
            if (equal.RemoveAll(wording => wording.IsForgotten) > 0 && equal.Count == 0)
            {
                byHash.Remove(hash);
            }
        }
    }
}
