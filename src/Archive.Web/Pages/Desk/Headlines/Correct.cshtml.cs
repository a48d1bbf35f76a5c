using Archive.Store;
using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Comparing;
using Archive.Store.Links;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Headlines;

/// <summary>One headline mended where it stands: its words, its link, its outlet.</summary>
internal sealed class CorrectModel(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : ChangingPage(store, clock)
{
    private readonly IDbContextFactory<ArchiveContext> store = store;

    private readonly PostEditor posts = new(store, clock);

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public HeadlineForm Typed { get; set; } = new();

    /// <summary>The headline as it was when the form was shown.</summary>
    [BindProperty]
    public HeadlineForm Seen { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public HeadlineSnapshot Now { get; private set; } = null!;

    public SeenPost Post { get; private set; } = null!;

    /// <summary>What is wrong with a field, by its name.</summary>
    public Dictionary<string, string> Wrong { get; } = [];

    /// <summary>Where somebody else changed the headline meanwhile: what it says now, and what was typed.</summary>
    public IReadOnlyList<FieldChange>? Between { get; private set; }

    public string BackTo => LocalAddress.AnyOr(Back, Permalink.Headline(Id));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        Seen = Typed = HeadlineForm.Of(Now);
        return Page();
    }

    /// <summary>Takes over what one field says now; the rest stays as typed.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string field)
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        var now = HeadlineForm.Of(Now);
        Typed.Text = field == nameof(HeadlineForm.Text) ? now.Text : Typed.Text;
        Typed.Link = field == nameof(HeadlineForm.Link) ? now.Link : Typed.Link;
        Typed.Outlet = field == nameof(HeadlineForm.Outlet) ? now.Outlet : Typed.Outlet;
        Typed.Section = field == nameof(HeadlineForm.Section) ? now.Section : Typed.Section;
        return Conflict(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        var wanted = Typed.Read(Now, (field, why) => Wrong[field] = why);
        if (wanted.Url != Now.Url && LinkAddress.KeyOf(wanted.Url) is { } key
            && Post.State.Headlines.FirstOrDefault(other => other.Id != Now.Id && LinkAddress.KeyOf(other.Url) == key) is { } same)
        {
            Wrong[nameof(HeadlineForm.Link)] = $"This digest has that link already: “{same.Text}”.";
        }
        if (Wrong.Count > 0)
        {
            return Refused(StatusCodes.Status400BadRequest, "Nothing was changed yet. Please look at the fields below.");
        }
        if (await TooQuickAsync(Permalink.CorrectHeadline(Id)) is { } refused)
        {
            return refused;
        }
        var seen = Now with { Text = Seen.Text ?? "", Url = HeadlineForm.Given(Seen.Link), Outlet = HeadlineForm.Given(Seen.Outlet), Section = HeadlineForm.Given(Seen.Section) };
        var saved = await posts.CorrectAsync(seen, wanted, new(Actor, "correct", Post.Address, Said(Reason)), Stop);
        switch (saved)
        {
            case { Outcome: SaveOutcome.Gone }:
                return Refused(StatusCodes.Status409Conflict, "Somebody took this headline out of its digest meanwhile. What you typed is still here.");
            case { Outcome: SaveOutcome.Stale }:
                await ReadAsync();
                return Conflict(StatusCodes.Status409Conflict);
            case { Commit: CommitOutcome.Unconfirmed }:
                return Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that this is kept. Nothing is lost: save once more to ask again; it will not be changed twice.");
            default:
                return new RedirectResult(BackTo);
        }
    }

    private PageResult Conflict(int status)
    {
        var typed = Typed.Read(Now, (_, _) => { });
        Between = PostComparison.Of(Post.State with { Headlines = [Now] }, Post.State with { Headlines = [typed] });
        // What is saved next is saved over what is shown now. The form shows the model, not what was sent.
        Seen = HeadlineForm.Of(Now);
        ModelState.Clear();
        return Refused(status, Between.Count == 0 ? "Somebody has changed this headline to just what you typed." : "Somebody changed this headline after you opened it. Compare the two below.");
    }

    private async Task<bool> ReadAsync()
    {
        await using var archive = await store.CreateDbContextAsync(Stop);
        var headline = await archive.Headlines.WithId(Id).Select(headline => new { headline.PublicId, headline.PostId }).FirstOrDefaultAsync(Stop);
        if (headline is null || await SeenPost.ReadAsync(archive, headline.PostId, Stop) is not { } post)
        {
            return false;
        }
        (Post, Now) = (post, post.State.Headlines.First(one => one.Id == headline.PublicId));
        return true;
    }
}
