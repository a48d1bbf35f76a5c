using Archive.Store;
using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Comparing;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>Everything that a post says, changed, looked at word for word, and saved.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(ValueLengthLimit = 2 * 1024 * 1024, ValueCountLimit = 20_000, KeyLengthLimit = 100)]
internal sealed partial class EditModel(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : ChangingPage(store, clock)
{
    public const int LargestForm = 8 * 1024 * 1024;

    private const string ChangedMeanwhile = "Somebody changed this post after you opened it. Their changes and yours are below; nothing of either is lost.";

    private readonly PostEditor posts = new(store, clock);

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Which part of a long post is shown, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    [BindProperty]
    public PostForm Typed { get; set; } = new();

    /// <summary>Seal of what was shown first.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>How many revisions there were then.</summary>
    [BindProperty]
    public int SeenNumber { get; set; }

    /// <summary>Seal of the change that was looked at.</summary>
    [BindProperty]
    public string? Looked { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public SeenPost Post { get; private set; } = null!;

    /// <summary>What is wrong with a field, by its name.</summary>
    public Dictionary<string, string> Wrong { get; } = [];

    /// <summary>From what the archive says now to what was typed, or from what was seen where somebody else changed it; null while nobody looked.</summary>
    public IReadOnlyList<FieldChange>? Changes { get; private set; }

    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<FieldChange>? Theirs { get; private set; }

    public bool WillMove { get; private set; }

    public int Parts => PostForm.PartsOf(Post.State);

    /// <summary>What its sources say of its date that contradicts itself, or cannot be read.</summary>
    public IReadOnlyList<string> DateDoubts { get; private set; } = [];

    public string BackTo => LocalAddress.AnyOr(Back, Post.Address);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        (Typed, Seen) = (PostForm.Of(Post.State, Part), Post.Seal);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() => !await ReadAsync() ? NotFound() : await LookAsync() is null ? Page() : BadTyping();

    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        var looked = Looked;
        if (await LookAsync() is not null)
        {
            return BadTyping();
        }
        if (Theirs is not null)
        {
            return Refused(StatusCodes.Status409Conflict, ChangedMeanwhile);
        }
        if (Looked != looked)
        {
            return Refused(StatusCodes.Status409Conflict, "Something changed after you last looked. This is how it stands now; save it if it is right.");
        }
        if (await TooQuickAsync(Permalink.EditPost(Id)) is { } refused)
        {
            return refused;
        }
        var saved = await posts.SaveAsync(Id, Seen ?? "", Typed.Read(Post.State, (_, _) => { }), new(Actor, "correct", Post.Address, Said(Reason)), Stop);
        switch (saved)
        {
            case { Outcome: SaveOutcome.Stale }:
                await ReadAsync();
                await LookAsync();
                return Refused(StatusCodes.Status409Conflict, ChangedMeanwhile);
            case { Outcome: SaveOutcome.Gone }:
                return Refused(StatusCodes.Status409Conflict, "Somebody took this post out of the archive meanwhile. What you typed is still here.");
            case { Commit: CommitOutcome.Unconfirmed }:
                return Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that this is kept. Nothing is lost: save once more to ask again; it will not be changed twice.");
            default:
                return new RedirectResult(Back is null || WillMove ? saved.Post!.Address : BackTo);
        }
    }

    private PageResult BadTyping() => Refused(StatusCodes.Status400BadRequest, "Nothing was changed yet. Please look at the fields below.");

    // Not null where something that was typed cannot be kept.
    private async Task<object?> LookAsync()
    {
        Wrong.Clear();
        var seen = await SeenStateAsync();
        Typed.Show(seen ?? Post.State, Part);
        ModelState.Clear();
        // What was typed is a change of what was seen; what of it differs from now is shown.
        var typed = Typed.Read(seen ?? Post.State, (field, why) => Wrong.TryAdd(field, why));
        Theirs = seen is null ? null : PostComparison.Of(seen, Post.State);
        if (Theirs is { Count: 0 })
        {
            // Nothing that anybody sees.
            (Theirs, Seen) = (null, Post.Seal);
        }
        Changes = PostComparison.Of(Theirs is null ? Post.State : seen!, typed);
        WillMove = PostRows.Moves(Post.State, typed);
        Looked = PostRows.SealOf(typed);
        return Wrong.Count > 0 ? Wrong : null;
    }

    private async Task<PostSnapshot?> SeenStateAsync()
    {
        await using var archive = await OpenAsync();
        return Seen == Post.Seal ? null : await SeenRevision.StateAsync(archive, Id, SeenNumber, Stop);
    }

    private async Task<bool> ReadAsync()
    {
        await using var archive = await OpenAsync();
        if (await SeenPost.ReadAsync(archive, Id, Stop) is not { } post)
        {
            return false;
        }
        Post = post;
        Part = Math.Clamp(Part, 1, Parts);
        DateDoubts = await archive.Problems.OfPost(Id).Where(problem => problem.Code == "weekday-conflict" || problem.Code == "period-unclear").OrderBy(problem => problem.Id).Select(problem => problem.Message).Take(5).ToListAsync(Stop);
        if (HttpMethods.IsGet(Request.Method))
        {
            SeenNumber = await SeenRevision.NumberAsync(archive, Id, Stop);
        }
        return true;
    }
}
