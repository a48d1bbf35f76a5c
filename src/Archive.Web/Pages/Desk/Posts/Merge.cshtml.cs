using Archive.Store;
using Archive.Store.Editing;
using Archive.Store.Merging;
using Archive.Web.Pages.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>Two posts that are the same: the other is chosen, both are seen beside each other with what becomes of them, and they are made one.</summary>
internal sealed class MergeModel(IDbContextFactory<ArchiveContext> store, PostMerging merging, TimeProvider clock) : ChangingPage(store, clock)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The other, as it was typed or chosen: its address, or its row.</summary>
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    /// <summary>The row of the post that is to stay; null for the fuller one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Keep { get; set; }

    /// <summary>The row of the post that is to go, as it was shown.</summary>
    [BindProperty]
    public long Other { get; set; }

    /// <summary>Seal of the post that is to stay, as it was shown.</summary>
    [BindProperty]
    public string SeenKept { get; set; } = "";

    /// <summary>Seal of the post that is to go, as it was shown.</summary>
    [BindProperty]
    public string SeenOther { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public SeenPost Post { get; private set; } = null!;

    /// <summary>Null until the other is chosen.</summary>
    public MergePair? Pair { get; private set; }

    public IReadOnlyList<MergeCandidate> Candidates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        return string.IsNullOrWhiteSpace(With) || Pair is not null ? Page()
            : Refused(StatusCodes.Status404NotFound, "Address: no other post stands there. Copy it from the other post’s page, such as /2021/01/29/uyghur-news.");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Keep is not { } keep || keep == Other || Id != keep && Id != Other)
        {
            return BadRequest();
        }
        (With, var isThere) = ($"{(Id == keep ? Other : keep)}", await ReadAsync());
        if (isThere && Pair is not null)
        {
            if (Said(Reason) is null)
            {
                return Refused(StatusCodes.Status400BadRequest, "Reason: say why the two are one. Readers see it under the corrections.");
            }
            if (await TooQuickAsync(Permalink.Merge(Id, With)) is { } refused)
            {
                return refused;
            }
        }
        var result = await merging.RunAsync((keep, SeenKept), (Other, SeenOther), Said(Reason) ?? "", Actor, Stop);
        switch (result.Outcome)
        {
            case MergeOutcome.Done:
                return new RedirectResult(result.Address!);
            case MergeOutcome.Unconfirmed when Post is null:
                return StatusCode(StatusCodes.Status503ServiceUnavailable);
            case MergeOutcome.Unconfirmed:
                return Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that this is kept. Press once more to ask again; it will not be done twice.");
            case MergeOutcome.Gone when !await ReadAsync():
                return NotFound();
            case MergeOutcome.Gone:
                return Refused(StatusCodes.Status409Conflict, "The other post was taken out of the archive meanwhile. Nothing was changed.");
            case MergeOutcome.Refused:
                return Refused(StatusCodes.Status409Conflict, Pair?.Fault ?? "These two cannot be made one.");
            default:
                await ReadAsync();
                return Refused(StatusCodes.Status409Conflict, "Somebody changed one of the two after you opened this page, and nothing was done. This is how both stand now; press again if it is still right.");
        }
    }

    private async Task<bool> ReadAsync()
    {
        await using var archive = await OpenAsync();
        if (await SeenPost.ReadAsync(archive, Id, Stop) is not { } post)
        {
            return false;
        }
        Post = post;
        var chosen = With?.Trim() ?? "";
        var id = long.TryParse(chosen, out var row) ? row : chosen.Length == 0 ? (long?)null : await TypedAddress.FindAsync(archive, chosen, Stop);
        Pair = id is { } found && found != Id && await SeenPost.ReadAsync(archive, found, Stop) is { } other ? await MergePair.ReadAsync(archive, post, other, Keep, Stop) : null;
        Candidates = Pair is null ? await MergeCandidates.ReadAsync(archive, post, Stop) : [];
        return true;
    }
}
