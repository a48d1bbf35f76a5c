namespace Archive.Import.Matching;

/// <summary>What became of one post of a file.</summary>
/// <param name="Joined">True where it showed that posts held for two were one.</param>
internal sealed record Matched(int Index, Copy Copy, Verdict Verdict, KnownPost Met, bool Joined)
{
    public bool IsDuplicate => Verdict != Verdict.New;

    /// <summary>False for a sample of a page that is here itself, of which not even the provenance is kept, and for what was taken out.</summary>
    public bool IsKept => Verdict is not (Verdict.SampleOfReal or Verdict.Removed);

    /// <summary>The post that it belongs to once the whole file has been matched.</summary>
    public KnownPost Known
    {
        get
        {
            var post = Met;
            while (post.AbsorbedBy is { } other)
            {
                post = other;
            }
            return post;
        }
    }
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
            var (verdict, post, alsoIt) = PostMatcher.Match(copy, known.Of(copy.Key));
            if (post is null)
            {
                known.Add(post = NewOf(copy));
            }
            else if (verdict == Verdict.ReplacesSample)
            {
                // The texts of samples are no copies of the page, and no second sample of it stays.
                post.Copies = [];
                known.Of(copy.Key).Where(other => other.IsSample && other != post).ToList().ForEach(known.Remove);
            }
            foreach (var other in alsoIt)
            {
                post.Absorb(other);
                known.Remove(other);
            }
            Take(post, copy, verdict, i);
            post.FirstMet ??= (path, posts[i].LineFirst);
            matches.Add(new(i, copy, verdict, post, alsoIt.Count > 0));
        }
        return matches;
    }

    private static KnownPost NewOf(Copy copy) => new()
    {
        Key = copy.Key, ContentHash = copy.Text.ContentHash, PrintedHash = copy.Wording.PrintedHash, IsSample = copy.IsSample, AsOf = copy.AsOf, Copies = [],
    };

    private static void Take(KnownPost post, Copy copy, Verdict verdict, int index)
    {
        if (verdict is Verdict.New or Verdict.Supersedes or Verdict.ReplacesSample)
        {
            post.Key = copy.Key;
            post.ContentHash = copy.Text.ContentHash;
            post.PrintedHash = copy.Wording.PrintedHash;
            (post.IsSample, post.IsEdited) = (copy.IsSample, false);
            post.AsOf = copy.AsOf;
            post.Shown = copy.Wording;
            post.TextFrom = index;
        }
        else if (verdict == Verdict.Same)
        {
            post.Shown ??= copy.Wording;
            post.AsOf = copy.AsOf > post.AsOf ? copy.AsOf : post.AsOf;
        }
        if (verdict is not (Verdict.SampleOfReal or Verdict.Removed))
        {
            post.Copies?.Add(copy.Wording);
        }
    }
}
