namespace Archive.Import.Matching;

/// <summary>What became of one post of a file. <see cref="Known"/> has taken the copy over where the verdict says so.</summary>
internal sealed record Matched(int Index, Copy Copy, Verdict Verdict, KnownPost Known)
{
    public bool IsDuplicate => Verdict != Verdict.New;

    /// <summary>False for a sample of a page that is here itself: not even its provenance is kept.</summary>
    public bool IsKept => Verdict != Verdict.SampleOfReal;
}

/// <summary>Matches the posts of a file, in their order, against those known, and lets these take over what is new or fuller.</summary>
internal static class FileMatcher
{
    public static List<Matched> Run(string path, IReadOnlyList<Copy> copies, IReadOnlyList<ParsedPost> posts, KnownPosts known)
    {
        List<Matched> matches = [];
        for (var i = 0; i < copies.Count; i++)
        {
            var copy = copies[i];
            var (verdict, post) = PostMatcher.Match(copy, known.Of(copy.Key));
            if (post is null)
            {
                known.Add(post = NewOf(copy));
            }
            else if (verdict == Verdict.ReplacesSample)
            {
                foreach (var other in known.Of(copy.Key).Where(other => other.IsSample && other != post).ToList())
                {
                    known.Remove(other);
                }
            }
            if (verdict is Verdict.New or Verdict.Supersedes or Verdict.ReplacesSample)
            {
                Take(post, copy, i);
            }
            else if (verdict == Verdict.Same)
            {
                post.Text ??= copy.Text;
                post.AsOf = copy.AsOf > post.AsOf ? copy.AsOf : post.AsOf;
            }
            post.FirstMet ??= (path, posts[i].LineFirst);
            matches.Add(new(i, copy, verdict, post));
        }
        return matches;
    }

    private static KnownPost NewOf(Copy copy) => new()
    {
        Key = copy.Key, ContentHash = copy.Text.ContentHash, PrintedHash = copy.Text.PrintedHash, IsSample = copy.IsSample, AsOf = copy.AsOf,
    };

    private static void Take(KnownPost post, Copy copy, int index)
    {
        post.Key = copy.Key;
        post.ContentHash = copy.Text.ContentHash;
        post.PrintedHash = copy.Text.PrintedHash;
        post.IsSample = copy.IsSample;
        post.AsOf = copy.AsOf;
        post.Text = copy.Text;
        post.TextFrom = index;
    }
}
