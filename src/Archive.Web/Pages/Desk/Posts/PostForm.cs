using Archive.Import.Dates;
using Archive.Store;
using Archive.Store.History;
using Archive.Store.Links;
using Archive.Web.Pages.Desk.Headlines;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>A whole post as it is typed.</summary>
internal sealed partial class PostForm
{
    public string? Kind { get; set; }

    public string? Title { get; set; }

    /// <summary>As <see cref="TypedDate"/> reads it.</summary>
    public string? Date { get; set; }

    /// <summary>By the name of their <see cref="PostText"/>.</summary>
    public Dictionary<string, string?> Texts { get; set; } = [];

    /// <summary>"yes" where the source goes on elsewhere.</summary>
    public string? Excerpt { get; set; }

    /// <summary>One a line.</summary>
    public string? Categories { get; set; }

    /// <summary>One a line, with a place after a bar.</summary>
    public string? Signatories { get; set; }

    public List<HeadlineRow> Headlines { get; set; } = [];

    public List<PieceRow> Passages { get; set; } = [];

    public List<EndnoteRow> Endnotes { get; set; } = [];

    /// <summary>What the post is to say; tells beside it what cannot be kept, by field.</summary>
    /// <param name="now">What was seen.</param>
    public PostSnapshot Read(PostSnapshot now, Action<string, string> refuse)
    {
        var title = TypedText.Line(Title, HeadlineForm.LongestText, why => refuse(nameof(Title), why));
        if (title is null)
        {
            refuse(nameof(Title), "A post needs a title.");
        }
        // What nobody changed is as it was, however exactly it is known.
        var date = (Date ?? "").Trim() == DateOf(now) ? new(now.DateStart, now.DateEnd, PrecisionOf(now)) : TypedDate.Read(Date);
        if (date.Refusal is { } why)
        {
            refuse(nameof(Date), why);
            date = new(now.DateStart, now.DateEnd, PrecisionOf(now));
        }
        var headlines = PlacedRows.InOrder(Headlines, now.Headlines, (row, i, former) => row.Read(former, Field("Headlines", i)), (i, said) => refuse($"Headlines[{i}].Place", said));
        RefuseRepeats(now, headlines, refuse);
        var changed = now with
        {
            Kind = KindOf(now, refuse),
            Title = title ?? "",
            TitleInferred = now.TitleInferred && title == now.Title,
            // A digest with a title of its own is of that series no more.
            Series = now.Series is { } series && title?.Contains(series, StringComparison.Ordinal) == true ? series : null,
            DateStart = date.First,
            DateEnd = date.Last,
            DatePrecision = (date.First, date.Last, date.Precision) == (now.DateStart, now.DateEnd, PrecisionOf(now)) ? now.DatePrecision : date.Precision?.ToString().ToLowerInvariant(),
            IsExcerpt = Excerpt == "yes",
            Categories = [.. TypedText.Lines(Categories).Select(name => TypedText.Line(name, HeadlineForm.LongestName, said => refuse(nameof(Categories), said))).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Headlines = headlines,
            Passages = [.. PlacedRows.InOrder(Passages, now.Passages, (row, i, former) => row.Read(former, Field("Passages", i)), (i, said) => refuse($"Passages[{i}].Place", said)).Where(piece => piece.Text.Length > 0)],
            Endnotes = PlacedRows.InOrder(Endnotes, now.Endnotes, (row, i, former) => row.Read(former, Field("Endnotes", i)), (i, said) => refuse($"Endnotes[{i}].Place", said)),
            Signatories = SignatoriesOf(now, refuse),
        };
        return PostText.All.Aggregate(changed, (post, text) => text.With(post, Texts.TryGetValue(text.Name, out var typed) ? text.Read(typed, text.Of(now), said => refuse(text.Name, said)) : text.Of(now)));

        Action<string, string> Field(string rows, int i) => (field, said) => refuse($"{rows}[{i}].{field}", said);
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

    // A digest is a list, and stays one.
    private string KindOf(PostSnapshot now, Action<string, string> refuse)
    {
        if (string.IsNullOrEmpty(Kind) || Kind == now.Kind)
        {
            return now.Kind;
        }
        if (PostKindName.Parse(Kind) is { } kind && PostFields.Kinds.Contains(kind) && now.Kind != PostKindName.Of(PostKind.Digest))
        {
            return Kind;
        }
        refuse(nameof(Kind), "A digest and other posts do not become each other.");
        return now.Kind;
    }

    // A line that nobody changed is the signatory that it was, bars and all.
    private List<SignatorySnapshot> SignatoriesOf(PostSnapshot now, Action<string, string> refuse)
    {
        var known = now.Signatories.DistinctBy(Line).ToDictionary(Line, StringComparer.Ordinal);
        return [.. TypedText.Lines(Signatories).Select(line =>
        {
            if (line.Length > HeadlineForm.LongestText)
            {
                refuse(nameof(Signatories), $"“{line[..40]}…” is too long: a line has at most {HeadlineForm.LongestText} characters.");
            }
            var bar = line.LastIndexOf('|');
            return known.GetValueOrDefault(line) ?? (bar > 0 && line[(bar + 1)..].Trim() is { Length: > 0 } place ? new(line[..bar].TrimEnd(), place) : new(line.Trim('|', ' '), null));
        }).Where(one => one.Name.Length > 0)];
    }

    private static string Line(SignatorySnapshot one) => (one.Place is null ? one.Name : $"{one.Name} | {one.Place}").ReplaceLineEndings(" ").Trim();

    private static string DateOf(PostSnapshot post) => TypedDate.Of(post.DateStart, post.DateEnd, PrecisionOf(post));

    private static DatePrecision? PrecisionOf(PostSnapshot post) => post.DatePrecision is { } said ? Enum.Parse<DatePrecision>(said, ignoreCase: true) : null;
}
