using Archive.Import.Publishing;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.History.Auditing;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>
/// Publishes the drafts whose time has come. Every node does it: the change that publishes a draft also takes it off the shelf, so that it is
/// published once, whichever node is quicker and wherever one is killed. What is not as it was looked at waits for somebody to look again.
/// </summary>
internal sealed class DuePublisher(Drafter drafter, IEnumerable<IDraftReader> readers)
{
    private const int AtOnce = 10;

    public async Task PublishDueAsync(CancellationToken cancellation)
    {
        foreach (var draft in await drafter.Shelf.DueAsync(AtOnce, cancellation))
        {
            if (await PublishAsync(draft, draft.Schedule!, cancellation) is { } trouble)
            {
                await drafter.Shelf.TroubleAsync(draft.Id, trouble, cancellation);
            }
        }
    }

    /// <returns>Why somebody has to look; null where nobody has to.</returns>
    private async Task<string?> PublishAsync(Draft draft, Schedule schedule, CancellationToken cancellation)
    {
        if (!schedule.Account!.MaySignIn)
        {
            return $"{schedule.Account.Name}, who scheduled it, may not sign in any more.";
        }
        if (await drafter.Pace.IsTooQuickAsync(schedule.AccountId, cancellation))
        {
            return $"More than {ChangePace.MostPosts} posts were changed from the account of {schedule.Account.Name} within ten minutes.";
        }
        var ready = await readers.Single(reader => reader.Kind == draft.Kind).ReadAsync(TypedForm.Read(draft.Form), drafter.DayOf(schedule.SetAt), cancellation);
        if (ready.Post is null || ready.Hash != schedule.Hash)
        {
            return "It would not say any more what was looked at: an outlet's name may have changed. Look at it again.";
        }
        var terms = new PublishTerms(schedule.Foreseen, (change, stop) => DraftShelf.ClaimAsync(change, draft.Id, drafter.Now, stop));
        var published = await drafter.Publisher.PublishAsync(ready.Post, AuditEntry.ActorOf(schedule.AccountId), terms, cancellation);
        if (published is { Address: { } address, Commit: CommitOutcome.Confirmed })
        {
            await drafter.Shelf.PublishedAsync(draft.Key, address, CancellationToken.None);
        }
        return published is null ? "The archive has got a post of this title and date, or its text was changed, since this was scheduled. Look at both." : null;
    }
}
