using System.Globalization;
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
        var (first, last) = (DayOf(form["First"]), DayOf(form["Last"]));
        var choices = new LineChoices(LineChoices.Read(string.Join(' ', form.Under("Line").Select(pair => $"{pair.Key}:{pair.Value}"))).All);
        var list = PastedList.Read(form["Pasted"] ?? "", last ?? first ?? today, choices);
        var error = !string.IsNullOrWhiteSpace(form["First"]) && first is null || !string.IsNullOrWhiteSpace(form["Last"]) && last is null
            ? "The first and the last day are written as 2026-11-22."
            : first > last ? "The last day is before the first." : null;
        var period = (first ?? last) is { } from && (last ?? first) is { } to && error is null ? (from, to) : ((DateOnly, DateOnly)?)null;
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var hosts = await OutletHostList.ReadAsync(archive, cancellation);
        return new(list, list.Content(hosts, form["Title"], period), hosts, error);
    }

    private static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
