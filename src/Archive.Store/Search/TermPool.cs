namespace Archive.Store.Search;

/// <summary>One string for each word however often it is read: a hundred thousand headlines have a few thousand words.</summary>
internal sealed class TermPool
{
    private readonly HashSet<string> terms = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public TermPool() => bySpan = terms.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> term)
    {
        if (bySpan.TryGetValue(term, out var known))
        {
            return known;
        }
        var added = term.ToString();
        terms.Add(added);
        return added;
    }
}
