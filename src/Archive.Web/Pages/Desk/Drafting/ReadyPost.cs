using Archive.Import.Publishing;
using Archive.Store.Drafts;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>What a typed form says, ready to be looked at and published.</summary>
/// <param name="Post">Null where there is nothing in it yet, or something is wrong.</param>
/// <param name="Hash">Of all that readers will see: what is published has to have it.</param>
/// <param name="Error">What is wrong with what was typed, naming the field.</param>
/// <param name="Wrong">The same by the names of the fields, where it is about some.</param>
internal sealed record ReadyPost(WrittenPost? Post, string Hash = "", string? Error = null, IReadOnlyDictionary<string, string>? Wrong = null);

/// <summary>Reads the forms of one kind of draft: the same for the page that shows them and for what is published later by itself.</summary>
internal interface IDraftReader
{
    DraftKind Kind { get; }

    /// <param name="today">In the site's time zone: of it is what says no date.</param>
    Task<ReadyPost> ReadAsync(TypedForm form, DateOnly today, CancellationToken cancellation);
}
