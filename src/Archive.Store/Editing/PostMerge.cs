using Archive.Store.History;

namespace Archive.Store.Editing;

/// <summary>Two editors' changes of one post brought together: what only one of them changed is as that one left it; what both did, as the second.</summary>
public static class PostMerge
{
    /// <param name="seen">What both began from.</param>
    /// <param name="mine">What the second made of it.</param>
    /// <param name="theirs">What the first made of it, and the archive says now.</param>
    public static PostSnapshot Of(PostSnapshot seen, PostSnapshot mine, PostSnapshot theirs)
    {
        var isTitled = mine.Title != seen.Title;
        var isDated = (mine.DateStart, mine.DateEnd, mine.DatePrecision) != (seen.DateStart, seen.DateEnd, seen.DatePrecision);
        return theirs with
        {
            Kind = mine.Kind == seen.Kind ? theirs.Kind : mine.Kind,
            Title = isTitled ? mine.Title : theirs.Title,
            TitleInferred = isTitled ? mine.TitleInferred : theirs.TitleInferred,
            Series = isTitled ? mine.Series : theirs.Series,
            DateStart = isDated ? mine.DateStart : theirs.DateStart,
            DateEnd = isDated ? mine.DateEnd : theirs.DateEnd,
            DatePrecision = isDated ? mine.DatePrecision : theirs.DatePrecision,
            Outlet = Text(post => post.Outlet),
            Place = Text(post => post.Place),
            Issuer = Text(post => post.Issuer),
            Author = Text(post => post.Author),
            Agency = Text(post => post.Agency),
            Addressee = Text(post => post.Addressee),
            Standfirst = Text(post => post.Standfirst),
            Salutation = Text(post => post.Salutation),
            SignOff = Text(post => post.SignOff),
            Caption = Text(post => post.Caption),
            Credit = Text(post => post.Credit),
            IsExcerpt = mine.IsExcerpt == seen.IsExcerpt ? theirs.IsExcerpt : mine.IsExcerpt,
            Categories = List(post => post.Categories),
            Passages = List(post => post.Passages),
            Signatories = List(post => post.Signatories),
            Endnotes = List(post => post.Endnotes),
            Headlines = Headlines(seen.Headlines, mine.Headlines, theirs.Headlines),
        };

        string? Text(Func<PostSnapshot, string?> field) => field(mine) == field(seen) ? field(theirs) : field(mine);

        IReadOnlyList<T> List<T>(Func<PostSnapshot, IReadOnlyList<T>> field) => field(mine).SequenceEqual(field(seen)) ? field(theirs) : field(mine);
    }

    private static List<HeadlineSnapshot> Headlines(IReadOnlyList<HeadlineSnapshot> seen, IReadOnlyList<HeadlineSnapshot> mine, IReadOnlyList<HeadlineSnapshot> theirs)
    {
        var (was, now) = (seen.ToDictionary(headline => headline.Id, StringComparer.Ordinal), theirs.ToDictionary(headline => headline.Id, StringComparer.Ordinal));
        List<HeadlineSnapshot> merged = [];
        foreach (var headline in mine)
        {
            var isMine = !was.TryGetValue(headline.Id, out var former) || former != headline;
            if (isMine)
            {
                merged.Add(headline);
            }
            else if (now.TryGetValue(headline.Id, out var changed))
            {
                merged.Add(changed);
            }
        }
        foreach (var added in theirs.Where(headline => !was.ContainsKey(headline.Id)))
        {
            // After the one that it stands behind with them, where that is still here.
            var place = theirs.TakeWhile(headline => headline != added).LastOrDefault();
            merged.Insert(place is null ? 0 : merged.FindIndex(headline => headline.Id == place.Id) is var at and >= 0 ? at + 1 : merged.Count, added);
        }
        return merged;
    }
}
