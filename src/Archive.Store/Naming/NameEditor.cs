using Archive.Store.Links;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Naming;

/// <summary>What came of an edit.</summary>
/// <param name="Field">Which field is to be mended; null where the edit was made.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record NamingResult(string Slug, string? Field = null, string? Fault = null, CommitOutcome Commit = CommitOutcome.Confirmed);

/// <summary>Changes what outlets and categories are called, where they stand and which hosts are an outlet's; and makes two of them one. Printed wording stays as printed.</summary>
/// <param name="actor">As in the audit.</param>
public sealed partial class NameEditor(IDbContextFactory<ArchiveContext> store, NamedKind kind, string actor, TimeProvider clock)
{
    private const int LongestName = 200;

    /// <returns>What is known of one now; null where there is none.</returns>
    public static async Task<NamedState?> StateAsync(ArchiveContext archive, NamedKind kind, string slug, CancellationToken cancellation = default) =>
        await NamedRow.FindAsync(archive, kind, slug, cancellation) is { } row ? await StateAsync(archive, row, cancellation) : null;

    /// <param name="seen">What the editor saw before the change: another's change in between is not overwritten.</param>
    /// <param name="action">"change", or "restore".</param>
    public async Task<NamingResult> ChangeAsync(NamedState seen, NamedState wanted, string reason, string action = "change", CancellationToken cancellation = default)
    {
        var after = wanted with { Name = StoredText.Clean(wanted.Name).Trim(), Slug = wanted.Slug.Trim().ToLowerInvariant(), Hosts = kind == NamedKind.Outlet ? [.. (wanted.Hosts ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : null };
        if (FaultOf(after, reason) is { } fault)
        {
            return fault;
        }
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        var archive = write.Archive;
        if (await NamedRow.FindAsync(archive, kind, seen.Slug, cancellation) is not { } row || await StateAsync(archive, row, cancellation) is var before && !before.Equals(seen))
        {
            return new(seen.Slug, "name", "Somebody else changed this while you looked at it. What you typed is still here; look at the page once more before you save it.");
        }
        if (after.Equals(before))
        {
            return new(row.Slug, "name", "There is no change to save.");
        }
        if (after.Slug != row.Slug && await TakenAsync(archive, row, after.Slug, cancellation) is { } taken)
        {
            return new(row.Slug, "slug", taken);
        }
        var edit = await AddEditAsync(archive, after.Slug, action, reason, before, after, cancellation);
        if (kind == NamedKind.Outlet)
        {
            await OutletHostList.SetAsync(archive, before.Hosts!, after.Hosts!, after.Name, cancellation);
        }
        if (after.Slug != row.Slug)
        {
            var to = await NamedRow.AddAsync(archive, kind, after.Name, after.Slug, cancellation);
            await RefileAsync(write, row.Id, to.Id, edit, cancellation);
        }
        else if (after.Name != row.Name)
        {
            await row.SetNameAsync(archive, after.Name, cancellation);
            await RefileAsync(write, row.Id, row.Id, edit, cancellation);
        }
        return new(after.Slug, Commit: await write.CommitAsync(new(actor, $"{action} {Word}", after.Slug, reason.Trim())));
    }

    /// <summary>Puts everything of one under another, whose name stays; the address of the first leads to the other, until they are taken apart.</summary>
    public async Task<NamingResult> MergeAsync(string slug, string into, string reason, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new(slug, "mergeReason", "Say in a few words why: it stands in the history.");
        }
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        var archive = write.Archive;
        var (from, to) = (await NamedRow.FindAsync(archive, kind, slug, cancellation), await NamedRow.FindAsync(archive, kind, into.Trim(), cancellation));
        if (from is null || to is null || from.Id == to.Id)
        {
            return new(slug, "into", $"There is no other {Word} with the address “{into.Trim()}”: it is the last part of its page’s address.");
        }
        var (gone, before) = (await StateAsync(archive, from, cancellation), await StateAsync(archive, to, cancellation));
        var after = before with { Hosts = kind == NamedKind.Outlet ? [.. before.Hosts!.Union(gone.Hosts!, StringComparer.Ordinal).Order(StringComparer.Ordinal)] : null };
        await AddEditAsync(archive, from.Slug, "merge", reason, gone, null, cancellation);
        var edit = await AddEditAsync(archive, to.Slug, "merge", $"“{gone.Name}” became part of this. {reason.Trim()}", before, after, cancellation);
        if (kind == NamedKind.Outlet)
        {
            await OutletHostList.SetAsync(archive, before.Hosts!, after.Hosts!, to.Name, cancellation);
        }
        await RefileAsync(write, from.Id, to.Id, edit, cancellation);
        return new(to.Slug, Commit: await write.CommitAsync(new(actor, $"merge {Word}", $"{from.Slug} into {to.Slug}", reason.Trim())));
    }

    private string Word => kind == NamedKind.Outlet ? "outlet" : "category";

    private static NamingResult? FaultOf(NamedState after, string reason) => after switch
    {
        { Name.Length: 0 or > LongestName } => new(after.Slug, "name", $"A name has 1 to {LongestName} characters."),
        _ when Slug.Of(after.Slug) != after.Slug => new(after.Slug, "slug", $"An address is words in small letters joined by hyphens, such as “{Slug.Of(after.Slug.Length > 0 ? after.Slug : after.Name)}”."),
        _ when string.IsNullOrWhiteSpace(reason) => new(after.Slug, "reason", "Say in a few words why: it stands in the history."),
        _ => null,
    };

    // An address that leads to it anyway may be its own again.
    private async Task<string?> TakenAsync(ArchiveContext archive, NamedRow row, string slug, CancellationToken cancellation)
    {
        if (await NamedRow.FindAsync(archive, kind, slug, cancellation) is { } other)
        {
            return $"“{other.Name}” has this address. To make the two one, use the form below.";
        }
        return await SlugMoves.OfAsync(archive, kind, slug, cancellation) is { } leads && leads != row.Slug ? $"This address leads to “{leads}” already, for ever." : null;
    }

    private static async Task<NamedState> StateAsync(ArchiveContext archive, NamedRow row, CancellationToken cancellation) => new(
        row.Name, row.Slug, row.Kind == NamedKind.Outlet ? await (await OutletHostList.ReadAsync(archive, cancellation)).OfAsync(archive, row.Slug, cancellation) : null);

    private async Task<NamingEdit> AddEditAsync(ArchiveContext archive, string slug, string action, string reason, NamedState? before, NamedState? after, CancellationToken cancellation)
    {
        NamingEdit edit = new()
        {
            Id = await archive.NextIdAsync<NamingEdit>(cancellation), Kind = kind, Slug = slug, At = clock.GetUtcNow().UtcDateTime, Actor = actor, Action = action, Reason = StoredText.Clean(reason).Trim(),
            Before = before?.ToJson(), After = after?.ToJson(),
        };
        await archive.BulkInsertAsync([edit], cancellation);
        return edit;
    }

    private static async Task RefileAsync(ArchiveWrite write, long from, long to, NamingEdit edit, CancellationToken cancellation, long? undoes = null)
    {
        // An address that is the thing's own again leads nowhere else.
        await write.Archive.SlugMoves.Where(move => move.Kind == edit.Kind && move.OldSlug == edit.Slug).ExecuteDeleteAsync(cancellation);
        Refiling refiling = new() { Id = await write.Archive.NextIdAsync<Refiling>(cancellation), Kind = edit.Kind, FromId = from, ToId = to, Before = DateOnly.MaxValue, EditId = edit.Id, Undoes = undoes };
        write.Archive.Refilings.Add(refiling);
        await write.Archive.SaveChangesAsync(cancellation);
        await RefilingWork.StepAsync(write, refiling, cancellation);
    }
}
