using Archive.Store.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Asking;

/// <summary>Reads the newest posts that match, each with the sentence in which it does.</summary>
internal static class FoundPosts
{
    /// <summary>So many are shown.</summary>
    public const int Shown = 5;

    // In characters, before and after the first mark.
    private const int Before = 80;

    private const int After = 180;

    public static async Task<List<FoundPost>> ReadAsync(ArchiveContext archive, Matches matches, Asked asked, CancellationToken cancellation)
    {
        var ids = matches.After(null).Take(Shown).Select(entry => matches.PlaceOf(entry).Post.Id).ToList();
        if (ids.Count == 0)
        {
            return [];
        }
        var posts = await archive.Posts.AsNoTracking().Where(post => ids.Contains(post.Id)).Include(post => post.Outlet).ToDictionaryAsync(post => post.Id, cancellation);
        var passages = (await archive.Passages.Where(passage => ids.Contains(passage.PostId) && passage.Role != PassageRole.Contact)
            .OrderBy(passage => passage.PostId).ThenBy(passage => passage.Position)
            .Select(passage => new { passage.PostId, passage.Role, passage.Text }).ToListAsync(cancellation)).ToLookup(passage => passage.PostId, passage => PostTexts.Of(passage.Role, passage.Text));
        return [.. ids.Where(posts.ContainsKey).Select(id => Found(posts[id], passages[id].SelectMany(lines => lines), asked))];
    }

    private static FoundPost Found(Post post, IEnumerable<string> passages, Asked asked)
    {
        FoundPlace place = new(post.Title, post.Kind, post.DateStart, post.DateEnd, post.DatePrecision, post.Slug, post.Ordinal, post.HeadlineCount, post.IsSample);
        var (snippet, marks) = PostTexts.Of(post).Skip(1).Concat(passages)
            .Select(text => (Text: text, Marks: Marks.In(text, asked.Words, isTitle: false))).FirstOrDefault(pair => pair.Marks.Count > 0) is { Text: not null } found
            ? Window(found.Text, found.Marks)
            : (null, []);
        return new(place, Marks.In(post.Title, asked.Words, isTitle: true), snippet, marks, post.Issuer, post.Outlet?.Name);
    }

    // Some words around the first mark, cut at blanks.
    private static (string Snippet, IReadOnlyList<TextSpan> Marks) Window(string text, IReadOnlyList<TextSpan> marks)
    {
        var (from, to) = (Math.Max(0, marks[0].Start - Before), Math.Min(text.Length, marks[0].Start + marks[0].Length + After));
        from = from == 0 ? 0 : text.IndexOf(' ', from, marks[0].Start - from) is >= 0 and var blank ? blank + 1 : NotInside(text, from);
        to = to == text.Length ? to : text.LastIndexOf(' ', to - 1, to - marks[0].Start - marks[0].Length) is >= 0 and var end ? end : NotInside(text, to);
        var (opened, closed) = (from > 0 ? "… " : "", to < text.Length ? " …" : "");
        return ($"{opened}{text[from..to]}{closed}",
            [.. marks.Where(mark => mark.Start >= from && mark.Start + mark.Length <= to).Select(mark => mark with { Start = mark.Start - from + opened.Length })]);
    }

    // Never between the halves of a character.
    private static int NotInside(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
