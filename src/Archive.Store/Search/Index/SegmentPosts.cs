namespace Archive.Store.Search.Index;

/// <summary>A post of a segment, and which of its entries are the post's.</summary>
/// <param name="StartDay">Day number of the first day of its period; <see cref="EndDay"/> where it has none.</param>
/// <param name="EndDay">Day number of <see cref="Post.SortDay"/>.</param>
/// <param name="FirstEntry">Its entries follow each other.</param>
/// <param name="FirstPosition">Position in the post of its first entry here: a very long digest goes on in the next segment.</param>
internal readonly record struct SegmentPost(
    long Id, PostKind Kind, DatePrecision? Precision, int StartDay, int EndDay, int FirstEntry, int EntryCount, int FirstPosition, int HeadlineCount, long[] Categories);

/// <summary>The posts of a segment, in order.</summary>
internal static class SegmentPosts
{
    public static byte[] Write(IReadOnlyList<SegmentPost> posts)
    {
        var written = new NumberWriter();
        foreach (var post in posts)
        {
            written.Add(post.Id);
            written.Add((int)post.Kind);
            written.Add(post.Precision is { } precision ? (int)precision + 1 : 0);
            written.Add(post.EndDay);
            written.Add(post.EndDay - post.StartDay);
            written.Add(post.EntryCount);
            written.Add(post.FirstPosition);
            written.Add(post.HeadlineCount);
            written.Add(post.Categories.Length);
            foreach (var category in post.Categories)
            {
                written.Add(category);
            }
        }
        return written.ToArray();
    }

    public static SegmentPost[] Read(ReadOnlySpan<byte> kept)
    {
        List<SegmentPost> posts = [];
        var first = 0;
        for (var numbers = new NumberReader(kept); !numbers.IsAtEnd;)
        {
            var id = numbers.Next();
            var kind = (PostKind)numbers.NextInt();
            var precision = numbers.NextInt() is > 0 and var known ? (DatePrecision?)(known - 1) : null;
            var end = numbers.NextInt();
            var start = end - numbers.NextInt();
            var (count, position, headlines) = (numbers.NextInt(), numbers.NextInt(), numbers.NextInt());
            var categories = new long[numbers.NextInt()];
            for (var i = 0; i < categories.Length; i++)
            {
                categories[i] = numbers.Next();
            }
            posts.Add(new(id, kind, precision, start, end, first, count, position, headlines, categories));
            first += count;
        }
        return [.. posts];
    }
}
