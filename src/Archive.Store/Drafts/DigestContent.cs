using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Store.Drafts;

/// <summary>One headline of a digest that is being made.</summary>
/// <param name="Url">What will be linked; null for none.</param>
public sealed record DraftHeadline(string Text, string? Outlet, string? Url, string? Section = null);

/// <summary>What a digest that is being made will say, and nothing else: what was previewed is what is published if both have one <see cref="Hash"/>.</summary>
public sealed record DigestContent
{
    // The first field of every form: another way of writing it down is another hash.
    private const string Form = "digest 1";

    public DigestContent(string title, DateOnly first, DateOnly last, IEnumerable<DraftHeadline> headlines)
    {
        (Title, First, Last) = (Clean(title) ?? "", first, last);
        Headlines = [.. headlines.Select(headline => new DraftHeadline(Clean(headline.Text) ?? "", Clean(headline.Outlet), Clean(headline.Url), Clean(headline.Section)))];
    }

    public string Title { get; }

    /// <summary>First day of the period.</summary>
    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<DraftHeadline> Headlines { get; }

    /// <summary>SHA-256 in hex over every field with its length: the same content has the same hash, on every machine, and no other has.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Form);
        Add(hash, Title);
        Add(hash, $"{First:yyyy-MM-dd}");
        Add(hash, $"{Last:yyyy-MM-dd}");
        foreach (var headline in Headlines)
        {
            Add(hash, headline.Text);
            Add(hash, headline.Outlet);
            Add(hash, headline.Url);
            Add(hash, headline.Section);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // What is absent is not what is empty.
    private static void Add(IncrementalHash hash, string? field)
    {
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    // As it will be kept: what a form adds on its way (blanks at the ends, an empty field for none) changes nothing.
    private static string? Clean(string? text) => text is null || StoredText.Clean(text).Trim() is not { Length: > 0 } clean ? null : clean;
}
