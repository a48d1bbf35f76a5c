using System.Linq.Expressions;

namespace Archive.Store.Drafts;

/// <summary>A draft as a list of drafts shows it: all but its text.</summary>
public sealed record DraftLine(
    string Key, DraftKind Kind, string Name, long AccountId, string BegunBy, string SavedBy, DateTime SavedAt, DateTime? DeletedAt, DateTime? PublishedAt, string? Address, Schedule? Schedule)
{
    internal static readonly Expression<Func<Draft, DraftLine>> From = draft => new DraftLine(
        draft.Key, draft.Kind, draft.Name, draft.AccountId, draft.Account!.Name, draft.SavedBy!.Name, draft.SavedAt, draft.DeletedAt, draft.PublishedAt, draft.Address, draft.Schedule);
}
