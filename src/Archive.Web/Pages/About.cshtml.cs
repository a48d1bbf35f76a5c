using Archive.Store;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>What this archive is, what it holds, and what it does not keep.</summary>
internal sealed class AboutModel(ArchiveContext archive, IOptions<SiteOptions> site) : ReadingPage
{
    public string SiteTitle => site.Value.Title;

    public string Example => site.Value.Absolute(Permalink.Day(new(2021, 1, 29)));

    public IReadOnlyList<KindCount> Kinds { get; private set; } = [];

    public int Headlines => Kinds.Sum(kind => kind.Headlines);

    public int Files { get; private set; }

    public int Samples => Kinds.Sum(kind => kind.Samples);

    public (int First, int Last)? Years { get; private set; }

    internal sealed record KindCount(PostKind Kind, int Posts, int Headlines, int Samples);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Kinds = await archive.Posts.GroupBy(post => post.Kind)
            .Select(kind => new KindCount(kind.Key, kind.Count(), kind.Sum(post => post.HeadlineCount), kind.Count(post => post.IsSample))).ToListAsync(cancel);
        Files = await archive.Sources.CountAsync(cancel);
        Years = await archive.Posts.YearsAsync(cancel);
        return At(Permalink.About);
    }
}
