using System.Globalization;
using System.Text.Json;
using Archive.Store;
using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>One change in the history of a name, for showing: who, when, why, and what went and came.</summary>
internal sealed record NamingChange(long Id, string Who, DateTime At, string Action, string Reason, IReadOnlyList<(string Field, string Value)> Gone, IReadOnlyList<(string Field, string Value)> Came, bool CanRestore, bool CanTakeApart)
{
    private const int Shown = 50;

    public static async Task<IReadOnlyList<NamingChange>> ReadAsync(ArchiveContext archive, NamedKind kind, string slug, DateTime now, CancellationToken cancel)
    {
        var slugs = await archive.SlugMoves.Where(move => move.Kind == kind && move.Slug == slug).Select(move => move.OldSlug).ToListAsync(cancel);
        slugs.Add(slug);
        var edits = await archive.NamingEdits.AsNoTracking().Where(edit => edit.Kind == kind && slugs.Contains(edit.Slug)).OrderByDescending(edit => edit.Id).Take(Shown).ToListAsync(cancel);
        var names = await archive.Accounts.Select(account => new { account.Id, account.Name }).ToDictionaryAsync(account => $"account {account.Id.ToString(CultureInfo.InvariantCulture)}", account => account.Name, cancel);
        var separable = await NameEditor.Separable(archive, kind, now).Where(edit => edit.Slug == slug || slugs.Contains(edit.Slug)).Select(edit => edit.Id).ToListAsync(cancel);
        return edits.ConvertAll(edit =>
        {
            var (before, after) = (Lines(edit.Before), Lines(edit.After));
            return new NamingChange(edit.Id, names.GetValueOrDefault(edit.Actor, edit.Actor), edit.At, edit.Action, edit.Reason, [.. before.Except(after)], [.. after.Except(before)], edit.Action is not ("merge" or NameEditor.Apart), separable.Contains(edit.Id));
        });
    }

    // Field by field; a list says each of its items by itself.
    private static List<(string Field, string Value)> Lines(string? json)
    {
        if (json is null)
        {
            return [];
        }
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().SelectMany(field => field.Value.ValueKind switch
        {
            JsonValueKind.Array => field.Value.EnumerateArray().Select(item => (field.Name, item.GetString() ?? "")),
            JsonValueKind.Object => field.Value.EnumerateObject().Select(item => (field.Name, $"{item.Name} = {item.Value.GetString()}")),
            _ => [(field.Name, field.Value.GetString() ?? "")],
        })];
    }
}
