using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.Links;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>
/// Gives a headline the link that it lost, or takes out one that is there twice, and changes nothing else of its digest: so that need not be
/// what the editor saw, and several editors can work on one digest.
/// </summary>
public sealed class HeadlineRepair(IDbContextFactory<ArchiveContext> store, PostEditor editor)
{
    // Others change the same digest; so often in a row they do not.
    private const int Tries = 5;

    /// <param name="typed">As it was pasted; without a scheme it is taken for a web address.</param>
    /// <param name="reason">Where it is from, in words that readers may see.</param>
    public Task<Repaired> GiveLinkAsync(string publicId, string typed, string reason, string actor, CancellationToken cancellation = default)
    {
        var link = Read(typed.Trim());
        return link.Url is null
            ? Task.FromResult(new Repaired(false, $"This link is not kept: {link.Reason}."))
            : ChangeAsync(publicId, (state, mine) => WithLink(state, mine, link), new(actor, "link", Reason: reason), cancellation);
    }

    public Task<Repaired> TakeOutAsync(string publicId, string reason, string actor, CancellationToken cancellation = default) => ChangeAsync(
        publicId, (state, mine) => (state with { Headlines = [.. state.Headlines.Where(headline => headline != mine)] }, null), new(actor, "take out", Reason: reason), cancellation);

    private static (PostSnapshot? Changed, Repaired? Instead) WithLink(PostSnapshot state, HeadlineSnapshot mine, LinkAddress link)
    {
        if (mine.Url is not null)
        {
            return (null, new(mine.Url == link.Url, "Another editor gave this headline a link meanwhile.") { IsOver = true });
        }
        if (state.Headlines.FirstOrDefault(headline => headline.Url is not null && LinkAddress.KeyOf(headline.Url) == link.Key) is { } other)
        {
            return (null, new(false, $"The digest has this link already, with “{other.Text}”."));
        }
        var linked = mine with { Url = link.Url, PrintedUrl = link.Raw == link.Url ? null : link.Raw };
        return (state with { Headlines = [.. state.Headlines.Select(headline => headline == mine ? linked : headline)] }, null);
    }

    private async Task<Repaired> ChangeAsync(
        string publicId, Func<PostSnapshot, HeadlineSnapshot, (PostSnapshot? Changed, Repaired? Instead)> change, AuditEntry entry, CancellationToken cancellation)
    {
        for (var left = Tries; left > 0; left--)
        {
            if (await SeenAsync(publicId, cancellation) is not { } seen || seen.State.Headlines.FirstOrDefault(headline => headline.Id == publicId) is not { } mine)
            {
                return new(false, "This headline is no longer there.") { IsOver = true };
            }
            var (changed, instead) = change(seen.State, mine);
            if (changed is null)
            {
                return instead!;
            }
            var saved = await editor.SaveAsync(seen.Id, seen.Seal, changed, entry, cancellation);
            if (saved.Outcome is SaveOutcome.Saved or SaveOutcome.Unchanged)
            {
                return saved.Commit == CommitOutcome.Confirmed ? new(true)
                    : new(false, "The archive has not confirmed yet that this is kept. Send it once more to ask again; it will not be done twice.") { IsInDoubt = true };
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
