using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Store.History;

/// <summary>
/// Everything that a post says, without the numbers of rows: what a revision keeps, and what the audit's seal is made of. A field that is
/// null is not written, so that a later version with more fields reads and seals an old post as before.
/// </summary>
public sealed record PostSnapshot
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public bool TitleInferred { get; init; }

    public string? Series { get; init; }

    public DateOnly? DateStart { get; init; }

    public DateOnly? DateEnd { get; init; }

    public string? DatePrecision { get; init; }

    public required string Slug { get; init; }

    public int Ordinal { get; init; } = 1;

    public required string SourceKey { get; init; }

    public required string ContentHash { get; init; }

    public required string PrintedHash { get; init; }

    public string? Outlet { get; init; }

    public string? Place { get; init; }

    public string? Issuer { get; init; }

    public string? Author { get; init; }

    public string? Agency { get; init; }

    public string? Addressee { get; init; }

    public string? Standfirst { get; init; }

    public string? Salutation { get; init; }

    public string? SignOff { get; init; }

    public string? Caption { get; init; }

    public string? Credit { get; init; }

    public bool IsExcerpt { get; init; }

    public bool IsSample { get; init; }

    /// <summary>As in <see cref="Post.IsEdited"/>: true, or not there.</summary>
    public bool? Edited { get; init; }

    /// <summary>Names, in the order of their letters' numbers.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<HeadlineSnapshot> Headlines { get; init; } = [];

    public IReadOnlyList<PassageSnapshot> Passages { get; init; } = [];

    public IReadOnlyList<SignatorySnapshot> Signatories { get; init; } = [];

    public IReadOnlyList<EndnoteSnapshot> Endnotes { get; init; } = [];

    /// <param name="post">Read whole (see <see cref="WholePosts"/>).</param>
    public static PostSnapshot Of(Post post) => Of(post, outlet => outlet?.Name, category => category.Name);

    /// <summary>With slugs in the place of names: the name of an outlet may be written better some day, and the post is still the same.</summary>
    internal static PostSnapshot WithSlugs(Post post) => Of(post, outlet => outlet?.Slug, category => category.Slug);

    private static PostSnapshot Of(Post post, Func<Outlet?, string?> outletOf, Func<Category, string> categoryOf) => new()
    {
        Kind = PostKindName.Of(post.Kind), Title = post.Title, TitleInferred = post.TitleInferred, Series = post.Series,
        DateStart = post.DateStart, DateEnd = post.DateEnd, DatePrecision = post.DatePrecision?.ToString().ToLowerInvariant(),
        Slug = post.Slug, Ordinal = post.Ordinal, SourceKey = post.SourceKey, ContentHash = post.ContentHash, PrintedHash = post.PrintedHash,
        Outlet = outletOf(post.Outlet), Place = post.Place, Issuer = post.Issuer, Author = post.Author, Agency = post.Agency, Addressee = post.Addressee,
        Standfirst = post.Standfirst, Salutation = post.Salutation, SignOff = post.SignOff, Caption = post.Caption, Credit = post.Credit,
        IsExcerpt = post.IsExcerpt, IsSample = post.IsSample, Edited = post.IsEdited ? true : null,
        Categories = [.. post.Categories.Select(categoryOf).Order(StringComparer.Ordinal)],
        Headlines = post.Headlines.ConvertAll(headline => new HeadlineSnapshot(headline.PublicId, headline.Text, headline.Url, headline.PrintedUrl, outletOf(headline.Outlet), headline.Section)),
        Passages = post.Passages.ConvertAll(passage => new PassageSnapshot(passage.Role.ToString(), passage.Text)),
        Signatories = post.Signatories.ConvertAll(signatory => new SignatorySnapshot(signatory.Name, signatory.Place)),
        Endnotes = post.Endnotes.ConvertAll(endnote => new EndnoteSnapshot(endnote.Number, endnote.Text, endnote.OutletName, endnote.Date, endnote.Url)),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Plain);

    public static PostSnapshot FromJson(string json) => JsonSerializer.Deserialize<PostSnapshot>(json, Plain) ?? throw new JsonException("A snapshot is an object.");

    /// <summary>Whether readers see the same: what an import knows a post by, and how it stands in its address, are not the text.</summary>
    /// <param name="andCategories">False where one of the two does not say its categories.</param>
    public bool ReadsAs(PostSnapshot other, bool andCategories = true) => Bare(this, andCategories).AsSpan().SequenceEqual(Bare(other, andCategories));

    private static byte[] Bare(PostSnapshot post, bool andCategories) => (post with
    {
        Slug = "",
        Ordinal = 1,
        SourceKey = "",
        ContentHash = "",
        PrintedHash = "",
        Edited = null,
        TitleInferred = false,
        Categories = andCategories ? post.Categories : [],
        Headlines = [.. post.Headlines.Select(headline => headline with { Id = "", PrintedUrl = null })],
    }).ToUtf8();

    internal byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Plain);
}

/// <param name="Id">Its public id.</param>
/// <param name="PrintedUrl">As in <see cref="Headline.PrintedUrl"/>.</param>
public sealed record HeadlineSnapshot(string Id, string Text, string? Url, string? PrintedUrl, string? Outlet, string? Section);

public sealed record PassageSnapshot(string Role, string Text);

public sealed record SignatorySnapshot(string Name, string? Place);

public sealed record EndnoteSnapshot(int? Number, string Text, string? Outlet, DateOnly? Date, string? Url);
