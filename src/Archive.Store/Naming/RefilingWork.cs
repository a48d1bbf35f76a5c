using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Naming;

/// <summary>
/// Does what a new name leaves to be done on the days of posts: a hundred days are one change, in which posts, index and audit are true
/// together. The first comes with the edit itself, and mostly is all; the others follow in the background.
/// </summary>
public sealed class RefilingWork(IDbContextFactory<ArchiveContext> store)
{
    /// <summary>Stands in the audit as who did it.</summary>
    public const string Actor = "background";

    private const int DaysAtOnce = 100;

    /// <returns>False where nothing is left to be done.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancellation = default)
    {
        await using (var archive = await store.CreateDbContextAsync(cancellation))
        {
            if (!await archive.Refilings.AnyAsync(cancellation))
            {
                return false;
            }
        }
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        if (await write.Archive.Refilings.OrderBy(row => row.Id).FirstOrDefaultAsync(cancellation) is not { } refiling)
        {
            return false;
        }
        await StepAsync(write, refiling, cancellation);
        await write.CommitAsync(new(Actor, "refile", $"{refiling.Kind} {refiling.ToId}, days before {refiling.Before:yyyy-MM-dd}"));
        return true;
    }

    /// <summary>The next days, inside a running change; the row goes when they are the last.</summary>
    internal static async Task StepAsync(ArchiveWrite write, Refiling refiling, CancellationToken cancellation)
    {
        var archive = write.Archive;
        if (await NamedRow.FindAsync(archive, refiling.Kind, refiling.FromId, cancellation) is not { } from || await NamedRow.FindAsync(archive, refiling.Kind, refiling.ToId, cancellation) is not { } to)
        {
            // What it was about has gone with its last post.
            archive.Refilings.Remove(refiling);
            await archive.SaveChangesAsync(cancellation);
            return;
        }
        var days = refiling.Undoes is { } merged ? await MovedNames.DaysAsync(archive, merged, refiling.Before, DaysAtOnce, cancellation)
            : await from.DaysAsync(archive, refiling.Before, DaysAtOnce, cancellation);
        if (from.Id != to.Id)
        {
            await MoveAsync(archive, refiling, from, to, days, cancellation);
            write.Touch(days);
        }
        await archive.CountAndIndexAsync(days, cancellation);
        if (days.Count == DaysAtOnce)
        {
            refiling.Before = days[^1];
        }
        else if (refiling.Undoes is { } undone)
        {
            await archive.MovedNames.Where(row => row.EditId == undone).ExecuteDeleteAsync(cancellation);
            archive.Refilings.Remove(refiling);
        }
        else if (from.Id != to.Id && (await from.DaysAsync(archive, DateOnly.MaxValue, 1, cancellation)).Count > 0)
        {
            // Something came meanwhile.
            refiling.Before = DateOnly.MaxValue;
        }
        else
        {
            if (from.Id != to.Id)
            {
                await SlugMoves.AddAsync(archive, from, to.Slug, cancellation);
                await from.RemoveAsync(archive, cancellation);
            }
            archive.Refilings.Remove(refiling);
        }
        await archive.SaveChangesAsync(cancellation);
    }

    private static async Task MoveAsync(ArchiveContext archive, Refiling refiling, NamedRow from, NamedRow to, List<DateOnly> days, CancellationToken cancellation)
    {
        if (refiling.Undoes is { } merged)
        {
            await MovedNames.MoveBackAsync(archive, from, to.Id, merged, days, cancellation);
            return;
        }
        if (await archive.NamingEdits.AnyAsync(edit => edit.Id == refiling.EditId && edit.Action == "merge", cancellation))
        {
            await MovedNames.NoteAsync(archive, from, to.Id, refiling.EditId, days, cancellation);
        }
        await from.MoveAsync(archive, to.Id, days, cancellation);
    }
}
