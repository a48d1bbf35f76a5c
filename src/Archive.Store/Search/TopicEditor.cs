using System.Text;
using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search;

/// <summary>Changes, adds and takes out topics, by the rules of the file; with the next edition every search goes by it.</summary>
/// <param name="actor">As in the audit.</param>
public sealed class TopicEditor(IDbContextFactory<ArchiveContext> store, CurrentThesaurus current, string actor, TimeProvider clock)
{
    /// <param name="seen">What the editor saw before the change; null for a new topic.</param>
    /// <param name="wanted">Null to take it out.</param>
    public async Task<NamingResult> ChangeAsync(string slug, TopicEntry? seen, TopicEntry? wanted, string reason, string action, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new(slug, "why", "Say in a few words why: it stands in the history.");
        }
        if (Slug.Of(slug) != slug || !Ascii.IsValid(slug))
        {
            return new(slug, "slug", "An address is words in small Latin letters and digits, joined by hyphens.");
        }
        if (wanted is not null && FaultOf(wanted) is { } fault)
        {
            return new(slug, fault.Field, fault.Said);
        }
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        var archive = write.Archive;
        var now = await current.OfAsync(archive, cancellation);
        var before = now.WithSlug(slug) is { } topic ? TopicEntry.Of(topic) : null;
        if (before?.ToJson() != seen?.ToJson())
        {
            return seen is null
                ? new(slug, "slug", "There is a topic with this address already.")
                : new(slug, "name", "Somebody else changed this while you looked at it. What you typed is still here; look at the page once more before you save it.");
        }
        if (before?.ToJson() == wanted?.ToJson())
        {
            return new(slug, "name", "There is no change to save.");
        }
        try
        {
            _ = ThesaurusOverlay.With(now, slug, wanted);
        }
        catch (FormatException e)
        {
            return new(slug, "spellings", $"This contradicts something: {e.Message}.");
        }
        await KeepAsync(archive, slug, wanted, cancellation);
        await archive.BulkInsertAsync([new NamingEdit
        {
            Id = await archive.NextIdAsync<NamingEdit>(cancellation), Kind = NamedKind.Topic, Slug = slug, At = clock.GetUtcNow().UtcDateTime, Actor = actor, Action = action,
            Reason = StoredText.Clean(reason).Trim(), Before = before?.ToJson(), After = wanted?.ToJson(),
        }], cancellation);
        return new(slug, Commit: await write.CommitAsync(new(actor, $"{action} topic", slug, reason.Trim())));
    }

    // A relation is kept once, with the topic that was edited last.
    private async Task KeepAsync(ArchiveContext archive, string slug, TopicEntry? wanted, CancellationToken cancellation)
    {
        var edited = await archive.EditedTopics.ToListAsync(cancellation);
        foreach (var other in edited.Where(other => other.Slug != slug && other.Entry is not null))
        {
            if (TopicEntry.Read(other.Entry!) is var entry && entry.Related.ContainsKey(slug))
            {
                other.Entry = (entry with { Related = entry.Related.Where(pair => pair.Key != slug).ToDictionary(StringComparer.Ordinal) }).ToJson();
            }
        }
        var shipped = current.Shipped.WithSlug(slug) is { } topic ? TopicEntry.Of(topic) : null;
        var row = edited.Find(other => other.Slug == slug);
        if (wanted?.ToJson() == shipped?.ToJson())
        {
            // As the file has it: later files count for it again.
            if (row is not null)
            {
                archive.EditedTopics.Remove(row);
            }
        }
        else
        {
            row ??= archive.EditedTopics.Add(new() { Slug = slug }).Entity;
            (row.Entry, row.ShippedHash) = (wanted?.ToJson(), shipped is null ? null : ThesaurusOverlay.HashOf(shipped));
        }
        await archive.SaveChangesAsync(cancellation);
    }

    private static (string Field, string Said)? FaultOf(TopicEntry wanted) =>
        wanted.Name.Length == 0 ? ("name", "A topic has a name.")
        : wanted.Reason.Length == 0 ? ("reason", "A topic says in a sentence or two for readers why its spellings belong together.")
        : null;
}
