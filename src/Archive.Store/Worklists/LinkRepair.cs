using Archive.Store.Editing;
using Archive.Store.History.Auditing;
using Archive.Store.Links;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>What became of a link that an editor gave to a headline.</summary>
/// <param name="Why">A sentence for the editor; null where it is kept.</param>
public sealed record Repaired(bool IsKept, string? Why = null)
{
    /// <summary>Nothing is left to do: the headline went, or another editor was quicker.</summary>
    public bool IsOver { get; init; }

    /// <summary>The store did not say in time whether it is kept.</summary>
    public bool IsInDoubt { get; init; }
}

/// <summary>
/// Gives a headline the link that it lost, and changes nothing else of its digest: so it need not be what the editor saw, and several editors
/// can work on one digest.
/// </summary>
public sealed class LinkRepair(IDbContextFactory<ArchiveContext> store, PostEditor editor)
{
    /// <summary>As the audit and the history of the post call it.</summary>
    public const string Action = "link";

    // Others change the same digest; so often in a row they do not.
    private const int Tries = 5;

    /// <param name="typed">As it was pasted; without a scheme it is taken for a web address.</param>
    /// <param name="reason">Where it is from, in words that readers may see.</param>
    public async Task<Repaired> GiveAsync(string publicId, string typed, string reason, string actor, CancellationToken cancellation = default)
    {
        var link = Read(typed.Trim());
        if (link.Url is not { } url)
        {
            return new(false, $"This link is not kept: {link.Reason}.");
        }
        for (var left = Tries; left > 0; left--)
        {
            if (await SeenAsync(publicId, cancellation) is not { } seen || !seen.State.Headlines.Any(headline => headline.Id == publicId))
            {
                return new(false, "This headline is no longer there.") { IsOver = true };
            }
            var (state, mine) = (seen.State, seen.State.Headlines.First(headline => headline.Id == publicId));
            if (mine.Url is not null)
            {
                return new(mine.Url == url, "Another editor gave this headline a link meanwhile.") { IsOver = true };
            }
            if (state.Headlines.FirstOrDefault(headline => headline.Url is not null && LinkAddress.KeyOf(headline.Url) == link.Key) is { } other)
            {
                return new(false, $"The digest has this link already, with “{other.Text}”.");
            }
            var changed = state with
            {
                Headlines = [.. state.Headlines.Select(headline => headline.Id == publicId ? headline with { Url = url, PrintedUrl = link.Raw == url ? null : link.Raw } : headline)],
            };
            var saved = await editor.SaveAsync(seen.Id, seen.Seal, changed, new AuditEntry(actor, Action, Reason: reason), cancellation);
            if (saved.Outcome is SaveOutcome.Saved or SaveOutcome.Unchanged)
            {
                return saved.Commit == CommitOutcome.Confirmed ? new(true)
                    : new(false, "The archive has not confirmed yet that the link is kept. Send it once more to ask again; it will not be there twice.") { IsInDoubt = true };
            }
        }
        return new(false, "The digest is being changed by others at this moment. Please send it once more.");
    }

    // "bbc.co.uk/news": a browser's address line shows no scheme.
    private static LinkAddress Read(string typed)
    {
        var link = LinkAddress.Read(typed);
        return link.Refusal == LinkRefusal.NotAbsolute && typed.Length > 0 && char.IsLetterOrDigit(typed[0]) && LinkAddress.Read("https://" + typed) is { Url: not null } whole ? whole : link;
    }

    private async Task<SeenPost?> SeenAsync(string publicId, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var post = await archive.Headlines.WithId(publicId).Select(headline => (long?)headline.PostId).FirstOrDefaultAsync(cancellation);
        return post is { } id ? await SeenPost.ReadAsync(archive, id, cancellation) : null;
    }
}
