using Archive.Store.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>The same form, shown again with another part of the post, or with what somebody else changed meanwhile.</summary>
internal sealed partial class EditModel
{
    // Of rows in one form: more of them are not bound.
    private const int MostRows = 900;

    /// <summary>Shows another part; what was typed in this one goes along.</summary>
    public async Task<IActionResult> OnPostGoAsync(int to)
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        var (from, seen) = (Part, await SeenStateAsync() ?? Post.State);
        Part = Math.Clamp(to, 1, Parts);
        Typed.Show(seen, Part);
        ModelState.Clear();
        if (Typed.MostRows <= MostRows)
        {
            return Page();
        }
        Part = from;
        Typed.Show(seen, Part);
        return Refused(StatusCodes.Status400BadRequest, "So many rows were changed that no more go into one form. Look at the changes and save them; then go on.");
    }

    /// <summary>Brings in what somebody else changed meanwhile, where it was not changed here.</summary>
    public async Task<IActionResult> OnPostMergeAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        if (await LookAsync() is not { } && await SeenStateAsync() is { } seen)
        {
            Typed = PostForm.Of(Post.State, PostMerge.Of(seen, Typed.Read(seen, (_, _) => { }), Post.State), Part);
        }
        Seen = Post.Seal;
        await using (var archive = await OpenAsync())
        {
            SeenNumber = await SeenRevision.NumberAsync(archive, Id, Stop);
        }
        Theirs = null;
        ModelState.Clear();
        return await LookAsync() is null ? Page() : BadTyping();
    }
}
