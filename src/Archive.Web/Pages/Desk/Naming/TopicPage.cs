using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>A topic's form, for a new one and for one that is there.</summary>
internal abstract class TopicPage(IDbContextFactory<ArchiveContext> store, CurrentThesaurus current, TimeProvider clock) : DeskPage
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>One a line, beside the name.</summary>
    [BindProperty]
    public string? Spellings { get; set; }

    /// <summary>"spelling = meaning", one a line.</summary>
    [BindProperty]
    public string? Shared { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>"slug = why", one a line.</summary>
    [BindProperty]
    public string? Related { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>What the form showed, as JSON.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public string? Field { get; private set; }

    public string? Error { get; private set; }

    protected IDbContextFactory<ArchiveContext> Store => store;

    protected CurrentThesaurus Current => current;

    protected void Show(TopicText text) => (Name, Spellings, Shared, Reason, Related) = (text.Name, text.Spellings, text.Shared, text.Reason, text.Related);

    protected (TopicEntry? Entry, string? Field, string? Fault) Typed() => new TopicText(Name ?? "", Spellings ?? "", Shared ?? "", Reason ?? "", Related ?? "").Read();

    protected TopicEntry? SeenEntry()
    {
        try
        {
            return string.IsNullOrEmpty(Seen) ? null : TopicEntry.Read(Seen);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    protected async Task<IActionResult> SaveAsync(string slug, TopicEntry? seen, TopicEntry? wanted, string why, string action)
    {
        var result = await new TopicEditor(store, current, AuditEntry.ActorOf(Me.Id), clock).ChangeAsync(slug, seen, wanted, why, action);
        return result switch
        {
            { Fault: { } fault } => Refused(StatusCodes.Status409Conflict, result.Field, fault),
            { Commit: CommitOutcome.Unconfirmed } => Refused(StatusCodes.Status503ServiceUnavailable, null, "The archive has not confirmed yet that the change is kept. Look at this page again in a minute: it shows what is kept."),
            _ => new RedirectResult(Permalink.DeskTopic(slug)),
        };
    }

    protected PageResult Refused(int status, string? field, string error)
    {
        (Response.StatusCode, Field, Error) = (status, field, error);
        return Page();
    }
}
