using System.IO.Compression;
using System.Text;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Web.Tests.Reading;

/// <summary>Posts made by hand, one of every face, so that the pages are tried apart from the parser.</summary>
public static class HandMade
{
    public static Post Digest(DateOnly first, DateOnly last, params string[] headlines)
    {
        var post = Make(PostKind.Digest, $"Uyghur News ({first:dddd} – {last:dddd}, {first:MMMM d} – {last:MMMM d}, {last:yyyy})", first, last);
        post.Series = "Uyghur News";
        post.Slug = "uyghur-news";
        foreach (var text in headlines)
        {
            AddHeadline(post, text);
        }
        return post;
    }

    public static Headline AddHeadline(Post post, string text, string? url = null, Outlet? outlet = null, string? section = null)
    {
        var headline = new Headline
        {
            PublicId = Id($"{post.DateEnd:O}|{post.Slug}|{post.Headlines.Count}"),
            Position = post.Headlines.Count,
            Text = text,
            Url = url,
            Outlet = outlet,
            Section = section,
        };
        post.Headlines.Add(headline);
        post.HeadlineCount = post.Headlines.Count;
        return headline;
    }

    public static Post Make(PostKind kind, string title, DateOnly? first = null, DateOnly? last = null, params string[] paragraphs)
    {
        var post = new Post
        {
            Kind = kind,
            Title = title,
            DateStart = first,
            DateEnd = last ?? first,
            DatePrecision = first is null ? null : DatePrecision.Day,
            Slug = Slug.Of(title),
            SourceKey = $"{kind}|{title}|{first:O}",
            TitleKey = $"{kind}|{title}|{first:O}",
            ContentHash = Id(title),
            PrintedHash = Id(title),
        };
        foreach (var paragraph in paragraphs)
        {
            Add(post, PassageRole.Paragraph, paragraph);
        }
        return post;
    }

    public static Post Add(Post post, PassageRole role, params string[] texts)
    {
        foreach (var text in texts)
        {
            post.Passages.Add(new() { Position = post.Passages.Count, Role = role, Text = text });
        }
        return post;
    }

    /// <summary>A file in which a post stands, from a line to a line; a digest's headlines stand on every second line from there.</summary>
    public static void Keep(string name, IReadOnlyList<string> lines, params (Post Post, int First, int Last)[] posts)
    {
        var source = new Source
        {
            FileName = name,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name + string.Join('\n', lines)))),
            Bytes = lines.Sum(line => line.Length + 1),
            Encoding = "utf-8",
            LineCount = lines.Count,
            Layout = "weblog-archive",
            ImportedAt = new(2026, 11, 21, 13, 5, 0, DateTimeKind.Utc),
        };
        for (var from = 0; from < lines.Count; from += SourceChunk.LinesPerChunk)
        {
            var part = lines.Skip(from).Take(SourceChunk.LinesPerChunk).Select(line => Encoding.UTF8.GetBytes(line + "\n")).ToList();
            source.Chunks.Add(new()
            {
                Position = from / SourceChunk.LinesPerChunk,
                Content = Deflated([.. part.SelectMany(line => line)]),
                LineEnds = [.. part.Select((_, i) => part.Take(i + 1).Sum(line => line.Length))],
                Roles = [.. part.Select(line => (byte)(line.Length == 1 ? LineRole.Blank : LineRole.Headline))],
            });
        }
        foreach (var (post, first, last) in posts)
        {
            post.Problems.ForEach(problem => problem.Source = source);
            post.Provenances.Add(new()
            {
                Source = source,
                LineFirst = first,
                LineLast = last,
                PrintedHash = post.PrintedHash,
                HeadlineLines = [.. post.Headlines.Select((_, i) => first + 2 * (i + 1))],
            });
        }
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Fastest))
        {
            deflate.Write(bytes);
        }
        return deflated.ToArray();
    }

    // Ten letters and digits that differ for different keys; the importer's own rule is tried elsewhere.
    private static string Id(string key) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10];
}
