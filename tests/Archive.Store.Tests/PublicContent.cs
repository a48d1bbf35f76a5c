using System.Text;

namespace Archive.Store.Tests;

/// <summary>Everything that a reader can see of a store, as text: two stores with the same dump are the same archive.</summary>
internal static class PublicContent
{
    public static async Task<string> OfAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        var posts = await context.Posts.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(p => p.Outlet).Include(p => p.Headlines.OrderBy(h => h.Position)).ThenInclude(h => h.Outlet)
            .Include(p => p.Passages.OrderBy(x => x.Position)).Include(p => p.Signatories.OrderBy(x => x.Position))
            .Include(p => p.Endnotes.OrderBy(x => x.Position)).Include(p => p.Categories)
            .Include(p => p.Provenances).ThenInclude(p => p.Source).Include(p => p.Problems).ThenInclude(p => p.Source)
            .NewestFirst().ToListAsync();
        var text = new StringBuilder();
        foreach (var post in posts)
        {
            text.AppendLine($"{Permalink.Post(post)} | {post.Kind} | {post.Title} | {post.TitleInferred} | {post.Series} | {post.DateStart} {post.DateEnd} {post.DatePrecision}");
            text.AppendLine($"  {post.SourceKey} {post.ContentHash} {post.PrintedHash} sample={post.IsSample} n={post.HeadlineCount}");
            text.AppendLine($"  {post.Outlet?.Name}|{post.Place}|{post.Issuer}|{post.Author}|{post.Agency}|{post.Addressee}|{post.Standfirst}|{post.Salutation}|{post.SignOff}|{post.Caption}|{post.Credit}|{post.IsExcerpt}");
            Lines(post.Headlines.Select(h => $"{h.PublicId} {h.Position} {h.Text} | {h.Url} | {h.Outlet?.Name} | {h.Section}"));
            Lines(post.Passages.Select(p => $"{p.Position} {p.Role} {p.Text}"));
            Lines(post.Signatories.Select(s => $"{s.Position} {s.Name} {s.Place}"));
            Lines(post.Endnotes.Select(e => $"{e.Position} {e.Number} {e.Text} {e.OutletName} {e.Date} {e.Url}"));
            Lines(post.Categories.Select(c => $"in {c.Name} {c.Slug}").Order(StringComparer.Ordinal));
            Lines(post.Provenances.Select(p => $"from {p.Source!.FileName} {p.Source.Sha256} {p.LineFirst}-{p.LineLast} {p.TextLines} {p.PrintedHash} [{string.Join(',', p.HeadlineLines)}]").Order(StringComparer.Ordinal));
            Lines(post.Problems.Select(p => $"problem {p.Source!.Sha256} {p.Line} {p.Code} {p.Message}").Order(StringComparer.Ordinal));
        }
        Lines((await context.Sources.ToListAsync()).Select(s => $"source {s.FileName} {s.Sha256} {s.Bytes} {s.Encoding} {s.LineCount} {s.Layout} {s.IsSample}").Order(StringComparer.Ordinal));
        return text.ToString();

        void Lines(IEnumerable<string> lines)
        {
            foreach (var line in lines)
            {
                text.Append("    ").AppendLine(line);
            }
        }
    }
}
