using Archive.Import.Pasting;
using Archive.Import.Publishing;
using Archive.Store.Drafts;
using Archive.Store.Repeats;

namespace Archive.Web.Pages.Desk.Lists;

/// <summary>What a pasted list was understood as, and what the archive already has of it.</summary>
/// <param name="Hash">Of <paramref name="Content"/>: what is published has to have it.</param>
/// <param name="Repeats">For each headline, in order: those of the archive that it is like.</param>
/// <param name="Foreseen">What publishing would do.</param>
internal sealed record ListPreview(
    PastedList List, DigestContent Content, string Hash, IReadOnlyList<IReadOnlyList<EarlierHeadline>> Repeats, PublishedPost Foreseen, IReadOnlySet<int> ProposedOutlets)
{
    /// <summary>By the line it stands on.</summary>
    public IReadOnlyDictionary<int, int> HeadlineAt { get; } =
        List.Headlines.Select((headline, i) => (headline.Line, i)).DistinctBy(pair => pair.Line).ToDictionary(pair => pair.Line, pair => pair.i);

    public bool CanPublish => Content.Headlines.Count > 0 && Foreseen.Outcome is PublishOutcome.Published or PublishOutcome.Replaced;

    /// <summary>Null where nothing was pasted but blanks.</summary>
    public static async Task<ListPreview?> OfAsync(TypedList typed, RepeatCheck repeats, PostPublisher publisher, CancellationToken cancellation)
    {
        var list = typed.List;
        if (typed.Content is not { } content)
        {
            return null;
        }
        var asked = list.Headlines.Select(headline => new NewHeadline(headline.Text, headline.Link)).ToList();
        var proposed = list.Headlines.Where(headline => headline.Outlet is null && typed.Hosts.Propose(headline.Link?.Host) is not null).Select(headline => headline.Line).ToHashSet();
        return new(list, content, content.Hash(), await repeats.OfAsync(asked, content.Last, cancellation: cancellation), await publisher.ForeseeAsync(list.Written(content), cancellation), proposed);
    }
}
