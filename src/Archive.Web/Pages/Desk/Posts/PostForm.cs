using System.Globalization;
using Archive.Store;
using Archive.Store.History;
using Archive.Store.Links;
using Archive.Web.Pages.Desk.Headlines;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>A whole post as it is typed.</summary>
internal sealed class PostForm
{
    /// <summary>Empty rows at the end, for headlines that come to it.</summary>
    public const int NewRows = 3;

    public string? Title { get; set; }

    public string? First { get; set; }

    public string? Last { get; set; }

    public string? Place { get; set; }

    public string? Issuer { get; set; }

    public string? Author { get; set; }

    public string? Addressee { get; set; }

    public string? Standfirst { get; set; }

    /// <summary>One a line.</summary>
    public string? Categories { get; set; }

    public List<HeadlineRow> Headlines { get; set; } = [];

    public List<PassageRow> Passages { get; set; } = [];

    public static PostForm Of(PostSnapshot post) => new()
    {
        Title = post.Title, First = Day(post.DateStart), Last = Day(post.DateEnd), Place = post.Place, Issuer = post.Issuer, Author = post.Author, Addressee = post.Addressee,
        Standfirst = post.Standfirst, Categories = string.Join('\n', post.Categories),
        Headlines = [.. post.Headlines.Select((headline, i) => HeadlineRow.Of(headline, i + 1)), .. post.Kind == PostKindName.Of(PostKind.Digest) ? Enumerable.Range(0, NewRows).Select(_ => new HeadlineRow()) : []],
        Passages = [.. post.Passages.Select(passage => new PassageRow { Text = passage.Text })],
    };

    /// <summary>What the post is to say; tells beside it what cannot be kept, by field.</summary>
    public PostSnapshot Read(PostSnapshot now, Action<string, string> refuse)
    {
        var title = Line(Title, HeadlineForm.LongestText, nameof(Title), refuse);
        if (title is null)
        {
            refuse(nameof(Title), "A post needs a title.");
        }
        var (first, last) = Period(now, refuse);
        var isDated = (first, last) == (now.DateStart, now.DateEnd);
        var headlines = HeadlineRow.InOrder(Headlines, now.Headlines, refuse);
        RefuseRepeats(now, headlines, refuse);
        return now with
        {
            Title = title ?? "",
            TitleInferred = now.TitleInferred && title == now.Title,
            // A digest with a title of its own is of that series no more.
            Series = now.Series is { } series && title?.Contains(series, StringComparison.Ordinal) == true ? series : null,
            DateStart = first,
            DateEnd = last,
            DatePrecision = isDated ? now.DatePrecision : last is null ? null : "day",
            Place = Line(Place, HeadlineForm.LongestName, nameof(Place), refuse),
            Issuer = Line(Issuer, HeadlineForm.LongestText, nameof(Issuer), refuse),
            Author = Line(Author, HeadlineForm.LongestName, nameof(Author), refuse),
            Addressee = Line(Addressee, HeadlineForm.LongestText, nameof(Addressee), refuse),
            Standfirst = Text(Standfirst, now.Standfirst),
            Categories = [.. (Categories ?? "").Split('\n').Select(name => Line(name, HeadlineForm.LongestName, nameof(Categories), refuse)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Headlines = headlines,
            Passages = [.. now.Passages.Select((passage, i) => passage with { Text = i < Passages.Count ? Text(Passages[i].Text, passage.Text) ?? "" : passage.Text }).Where(passage => passage.Text.Length > 0)],
        };
    }

    private static void RefuseRepeats(PostSnapshot now, IReadOnlyList<HeadlineSnapshot> headlines, Action<string, string> refuse)
    {
        var before = now.Headlines.Where(headline => headline.Url is not null).Select(headline => (headline.Id, headline.Url)).ToHashSet();
        Dictionary<string, HeadlineSnapshot> first = new(StringComparer.Ordinal);
        foreach (var headline in headlines)
        {
            // What a source printed twice stays twice.
            if (LinkAddress.KeyOf(headline.Url) is { } key && !first.TryAdd(key, headline) && !(before.Contains((headline.Id, headline.Url)) && before.Contains((first[key].Id, first[key].Url))))
            {
                refuse(nameof(Headlines), $"“{headline.Text}” and “{first[key].Text}” have the same link; a digest has it once.");
            }
        }
    }

    private (DateOnly? First, DateOnly? Last) Period(PostSnapshot now, Action<string, string> refuse)
    {
        var (first, last) = (DayOf(First, nameof(First), refuse), DayOf(Last, nameof(Last), refuse));
        if (first > last)
        {
            refuse(nameof(Last), "The last day is before the first.");
            return (now.DateStart, now.DateEnd);
        }
        return (first ?? last, last ?? first);
    }

    private static DateOnly? DayOf(string? typed, string field, Action<string, string> refuse)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        refuse(field, "Days are written as 2026-11-22.");
        return null;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Line(string? typed, int longest, string field, Action<string, string> refuse)
    {
        var line = StoredText.Clean(typed ?? "").ReplaceLineEndings(" ").Trim();
        if (line.Length > longest)
        {
            refuse(field, $"This has at most {longest} characters.");
        }
        return line.Length == 0 ? null : line;
    }

    // Forms send other line ends; what nobody changed is as it was.
    private static string? Text(string? typed, string? now)
    {
        var text = StoredText.Clean(typed ?? "").ReplaceLineEndings("\n");
        return text == now?.ReplaceLineEndings("\n") ? now : text.Trim() is { Length: > 0 } said ? said : null;
    }
}

/// <summary>One piece of the running text; an empty one goes.</summary>
internal sealed class PassageRow
{
    public string? Text { get; set; }
}
