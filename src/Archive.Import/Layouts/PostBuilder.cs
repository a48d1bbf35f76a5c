using Archive.Import.Dates;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>A post while its lines are read one after another.</summary>
internal sealed class PostBuilder
{
    private const int LongestJoined = 8_000;

    public PostKind? Kind { get; set; }

    public PrintedDate? Date { get; set; }

    public string? Place { get; set; }

    public string? Outlet { get; set; }

    public string? Issuer { get; set; }

    public string? Author { get; set; }

    public string? Agency { get; set; }

    public string? Addressee { get; set; }

    public string? Standfirst { get; set; }

    public string? Salutation { get; set; }

    public string? SignOff { get; set; }

    public string? Caption { get; set; }

    public string? Credit { get; set; }

    public List<ParsedPassage> Passages { get; } = [];

    public List<ParsedSignatory> Signatories { get; } = [];

    public List<ParsedEndnote> Endnotes { get; } = [];

    public void Add(PassageRole role, string text, int index) => Passages.Add(new ParsedPassage(role, text, index + 1, index + 1));

    /// <summary>A sentence that the page broke across two lines becomes one paragraph, known by both.</summary>
    public void Continue(string text, int index) => Passages[^1] = Passages[^1] with { Text = $"{Passages[^1].Text} {text}", LineLast = index + 1 };

    /// <summary>Lines of one part, together; a page that repeats one for ever does not make it grow for ever.</summary>
    public static string Joined(string? former, string more, string by) => former is null ? more : former.Length > LongestJoined ? former : former + by + more;

    public ParsedPost Build(string title, bool inferred, string? series, PostDraft draft, int lineLast) => new()
    {
        Kind = Kind ?? PostKind.Article,
        Title = title,
        TitleInferred = inferred,
        Series = series,
        DateStart = Date?.First,
        DateEnd = Date?.Last,
        DatePrecision = Date?.Precision,
        Place = Place,
        Outlet = Outlet,
        Issuer = Issuer,
        Author = Author,
        Agency = Agency,
        Addressee = Addressee,
        Standfirst = Standfirst,
        Salutation = Salutation,
        SignOff = SignOff,
        Caption = Caption,
        Credit = Credit,
        IsExcerpt = draft.ReadMore is not null,
        Categories = draft.Categories,
        LineFirst = (draft.Title ?? draft.Lines[0]) + 1,
        LineLast = lineLast,
        Passages = Passages,
        Signatories = Signatories,
        Endnotes = Endnotes,
    };
}
