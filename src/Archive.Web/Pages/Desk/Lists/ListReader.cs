using Archive.Import.Dates;
using Archive.Import.Lines;
using Archive.Import.Pasting;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.Links;
using Archive.Web.Pages.Desk.Drafting;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Lists;

/// <summary>A pasted list as its form says it.</summary>
/// <param name="Content">Null where nothing was pasted but blanks.</param>
internal sealed record TypedList(PastedList List, DigestContent? Content, OutletHostList Hosts, string? Error);

/// <summary>Reads the form of a list.</summary>
internal sealed class ListReader(IDbContextFactory<ArchiveContext> store) : IDraftReader
{
    public DraftKind Kind => DraftKind.List;

    public async Task<ReadyPost> ReadAsync(TypedForm form, DateOnly today, CancellationToken cancellation)
    {
        var typed = await OfAsync(form, today, cancellation);
        return typed is { Error: null, Content: { Headlines.Count: > 0 } content } ? new(typed.List.Written(content), content.Hash()) : new(null, Error: typed.Error);
    }

    public async Task<TypedList> OfAsync(TypedForm form, DateOnly today, CancellationToken cancellation)
    {
        var (first, last) = (TypedDate.Read(form["First"]), TypedDate.Read(form["Last"]));
        var choices = new LineChoices(LineChoices.Read(string.Join(' ', form.Under("Line").Select(pair => $"{pair.Key}:{pair.Value}"))).All);
        var error = first.Refusal is { } firstWrong ? $"First day: {firstWrong}" : last.Refusal is { } lastWrong ? $"Last day: {lastWrong}"
            : last.Last is not null && first.First > last.Last ? "The last day is before the first." : null;
        // "20 – 22 November 2026" in the first field is both.
        var period = (first.First ?? last.First) is { } from && (last.Last ?? first.Last) is { } to && error is null ? (from, to) : ((DateOnly, DateOnly)?)null;
        var list = PastedList.Read(form["Pasted"] ?? "", last.Last ?? first.Last ?? today, choices);
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var hosts = await OutletHostList.ReadAsync(archive, cancellation);
        return new(list, list.Content(hosts, form["Title"], period), hosts, error);
    }
}
