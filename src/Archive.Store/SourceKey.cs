using System.Security.Cryptography;
using System.Text;
using Archive.Store.Prose;

namespace Archive.Store;

/// <summary>The identity by which import knows a post again.</summary>
/// <param name="Full">Kind, day or period, slug; undated, the folded printed title too, and for posts other than digests the first paragraph.</param>
/// <param name="Title">The same without running text, which a retold sample does not share with its page.</param>
public sealed record SourceKey(string Full, string Title)
{
    public static SourceKey Of(Post post)
    {
        var key = $"{PostKindName.Of(post.Kind)}|{Period(post)}|{post.Slug}";
        if (post.DateEnd is not null)
        {
            return new(key, key);
        }
        key += $"|{Digest(post.Title)}";
        return post.Kind == PostKind.Digest ? new(key, key) : new($"{key}|{Digest(FirstParagraph(post))}", key);
    }

    /// <summary>A key out of the store, with the part that a sample shares.</summary>
    public static SourceKey OfStored(string full) => full.Split('|') is { Length: 5 } parts ? new(full, string.Join('|', parts[..4])) : new(full, full);

    private static string Period(Post post) =>
        post.DateStart == post.DateEnd ? $"{post.DateEnd:yyyy-MM-dd}" : $"{post.DateStart:yyyy-MM-dd}/{post.DateEnd:yyyy-MM-dd}";

    private static string FirstParagraph(Post post) =>
        post.Passages.Find(passage => passage.Role is PassageRole.Paragraph or PassageRole.Markdown) switch
        {
            { Role: PassageRole.Markdown } markdown => MarkdownText.Lines(markdown.Text) is [var first, ..] ? first : null,
            var paragraph => paragraph?.Text,
        } ?? post.Standfirst ?? "";

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Fold.Text(text))).AsSpan(0, 8));
}
