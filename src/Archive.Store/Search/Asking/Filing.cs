using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>Under what a post stands.</summary>
internal sealed record Filing(PostKind Kind, long[] Categories)
{
    /// <summary>What the posts are filed under, each once, and for each post which of it.</summary>
    public static (Filing[] Filings, int[] OfPost) Of(SegmentPost[] posts)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<Filing> filings = [];
        var ofPost = Array.ConvertAll(posts, Number);
        return ([.. filings], ofPost);

        int Number(SegmentPost post)
        {
            var name = $"{(int)post.Kind} {string.Join(' ', post.Categories)}";
            if (!numbers.TryGetValue(name, out var number))
            {
                numbers[name] = number = filings.Count;
                filings.Add(new(post.Kind, post.Categories));
            }
            return number;
        }
    }
}
