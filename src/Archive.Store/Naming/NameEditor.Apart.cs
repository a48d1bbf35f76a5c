using Archive.Store.Links;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Naming;

/// <summary>Two names that were made one, taken apart again.</summary>
public sealed partial class NameEditor
{
    /// <summary>What the history calls it.</summary>
    public const string Apart = "take apart";

    /// <summary>Mergings that can still be taken apart: what they moved is known.</summary>
    public static IQueryable<NamingEdit> Separable(ArchiveContext archive, NamedKind kind, DateTime now)
    {
        var oldest = now - RemovedPost.Kept;
        return archive.NamingEdits.Where(edit => edit.Kind == kind && edit.Action == "merge" && edit.After != null && edit.At > oldest && archive.MovedNames.Any(row => row.EditId == edit.Id));
    }

    /// <summary>Makes what became part of another a name of its own again, with its address, its hosts and what stood under it. What came since stays.</summary>
    /// <param name="editId">The merging, in the history of the other.</param>
    public async Task<NamingResult> TakeApartAsync(string slug, long editId, CancellationToken cancellation = default)
    {
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        var archive = write.Archive;
        if (await NamedRow.FindAsync(archive, kind, slug, cancellation) is { } one && await archive.Refilings.AnyAsync(row => row.Kind == kind && (row.FromId == one.Id || row.ToId == one.Id), cancellation))
        {
            return new(slug, "apart", "A change is still being carried through the archive. Try again when it is done.");
        }
        // The change before it says what went.
        if (await Separable(archive, kind, clock.GetUtcNow().UtcDateTime).FirstOrDefaultAsync(edit => edit.Id == editId, cancellation) is not { } merged
            || await archive.NamingEdits.FirstOrDefaultAsync(edit => edit.Id == editId - 1 && edit.Kind == kind && edit.After == null, cancellation) is not { Before: { } json } went
            || await NamedRow.FindAsync(archive, kind, slug, cancellation) is not { } joint || await SlugMoves.OfAsync(archive, kind, went.Slug, cancellation) != joint.Slug)
        {
            return new(slug, "apart", "These two were taken apart already, or were made one too long ago.");
        }
        var (gone, before) = (NamedState.Read(json), await StateAsync(archive, joint, cancellation));
        var hosts = (gone.Hosts ?? []).Intersect(before.Hosts ?? [], StringComparer.Ordinal).ToList();
        var after = before with { Hosts = before.Hosts?.Except(hosts, StringComparer.Ordinal).ToList() };
        var row = await NamedRow.AddAsync(archive, kind, gone.Name, gone.Slug, cancellation);
        var edit = await AddEditAsync(archive, gone.Slug, Apart, $"It had become part of “{joint.Name}”.", null, gone with { Hosts = gone.Hosts is null ? null : hosts }, cancellation);
        await AddEditAsync(archive, joint.Slug, Apart, $"“{gone.Name}” is by itself again.", before, after, cancellation);
        var former = await FormerAsync(archive, gone.Slug, editId, cancellation);
        await archive.SlugMoves.Where(move => move.Kind == kind && move.Slug == joint.Slug && former.Contains(move.OldSlug)).ExecuteUpdateAsync(set => set.SetProperty(move => move.Slug, gone.Slug), cancellation);
        if (kind == NamedKind.Outlet)
        {
            await OutletHostList.SetAsync(archive, before.Hosts!, after.Hosts!, joint.Name, cancellation);
            await OutletHostList.SetAsync(archive, [], hosts, gone.Name, cancellation);
        }
        await RefileAsync(write, joint.Id, row.Id, edit, cancellation, undoes: editId);
        return new(gone.Slug, Commit: await write.CommitAsync(new(actor, $"{Apart} {Word}", $"{gone.Slug} from {joint.Slug}", merged.Reason)));
    }

    // The addresses that had led to it before, as far as the history says.
    private async Task<List<string>> FormerAsync(ArchiveContext archive, string slug, long editId, CancellationToken cancellation)
    {
        HashSet<string> slugs = new(StringComparer.Ordinal) { slug };
        var edits = await archive.NamingEdits.AsNoTracking().Where(edit => edit.Kind == kind && edit.Id < editId - 1 && edit.Before != null).OrderByDescending(edit => edit.Id).ToListAsync(cancellation);
        foreach (var (edit, next) in edits.Zip(edits.Prepend(null)))
        {
            // Of two that became one, what went is told first.
            var into = edit.After is null ? next?.Slug : edit.Slug;
            if (into is not null && slugs.Contains(into))
            {
                slugs.Add(NamedState.Read(edit.Before!).Slug);
            }
        }
        slugs.Remove(slug);
        return [.. slugs];
    }
}
