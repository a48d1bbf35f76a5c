using Archive.Store;
using Archive.Store.Naming;
using Archive.Store.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>One topic of the thesaurus in the desk; also one that was taken out, to be put back.</summary>
internal sealed class TopicModel(IDbContextFactory<ArchiveContext> store, CurrentThesaurus current, TimeProvider clock) : TopicPage(store, current, clock)
{
    private readonly TimeProvider clock = clock;

    [BindProperty(SupportsGet = true, Name = "slug")]
    public string At { get; set; } = "";

    /// <summary>Null where it was taken out.</summary>
    public TopicEntry? Entry { get; private set; }

    public string Heading => Entry?.Name ?? At;

    public IReadOnlyList<NamingChange> History { get; private set; } = [];

    /// <summary>The file says something else by now than when this was edited.</summary>
    public bool HasNewer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }
        Show(Entry is null ? TopicText.Empty : TopicText.Of(Entry));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync(HttpContext.RequestAborted))
        {
            return NotFound();
        }
        return Typed() is { Entry: { } wanted } ? await SaveAsync(At, SeenEntry(), wanted, Why ?? "", "change") : Refused(StatusCodes.Status400BadRequest, Typed().Field, Typed().Fault!);
    }

    public async Task<IActionResult> OnPostTakeOutAsync(string? whyOut)
    {
        if (!await ReadAsync(HttpContext.RequestAborted) || Entry is null)
        {
            return NotFound();
        }
        Show(TopicText.Of(Entry));
        return await SaveAsync(At, SeenEntry(), null, whyOut ?? "", "take out");
    }

    public async Task<IActionResult> OnPostRestoreAsync(long edit)
    {
        await using var archive = await Store.CreateDbContextAsync(HttpContext.RequestAborted);
        if (!await ReadAsync(HttpContext.RequestAborted)
            || await archive.NamingEdits.AsNoTracking().FirstOrDefaultAsync(one => one.Id == edit && one.Kind == NamedKind.Topic && one.Slug == At, HttpContext.RequestAborted) is not { } change)
        {
            return NotFound();
        }
        Show(Entry is null ? TopicText.Empty : TopicText.Of(Entry));
        return await SaveAsync(At, SeenEntry(), change.Before is null ? null : TopicEntry.Read(change.Before), $"As before “{change.Reason}”.", "restore");
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        await using var archive = await Store.CreateDbContextAsync(cancel);
        Entry = (await Current.OfAsync(archive, cancel)).WithSlug(At) is { } topic ? TopicEntry.Of(topic) : null;
        History = await NamingChange.ReadAsync(archive, NamedKind.Topic, At, clock.GetUtcNow().UtcDateTime, cancel);
        HasNewer = await archive.EditedTopics.AsNoTracking().FirstOrDefaultAsync(row => row.Slug == At, cancel) is { } edited && Current.HasNewer(edited);
        return Entry is not null || History.Count > 0;
    }
}
