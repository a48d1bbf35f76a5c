namespace Archive.Store.Stories;

/// <summary>A slip of the keyboard in a long word: a letter too many, or two that changed places. A changed letter makes Iceland of Ireland.</summary>
internal static class Misspelling
{
    public const int LongEnough = 7;

    public static bool Is(string one, string other) =>
        one.Length >= LongEnough && other.Length >= LongEnough && (one.Length - other.Length) switch
        {
            0 => IsSwapped(one, other),
            1 => HasOneMore(one, other),
            -1 => HasOneMore(other, one),
            _ => false,
        };

    private static bool IsSwapped(string one, string other)
    {
        var at = one.AsSpan().CommonPrefixLength(other);
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }

    private static bool HasOneMore(string longer, string shorter)
    {
        var at = longer.AsSpan().CommonPrefixLength(shorter);
        return longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }
}
