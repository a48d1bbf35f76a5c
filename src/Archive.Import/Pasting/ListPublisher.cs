using System.Security.Cryptography;
using System.Text;
using Archive.Import.Lines;
using Archive.Import.Matching;
using Archive.Import.Writing;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Pasting;

/// <summary>What publishing a list does, or did, to the archive.</summary>
public enum ListOutcome
{
    /// <summary>A new digest.</summary>
    Published,

    /// <summary>The digest of that title and period was there with less in it, and has this list's text now; its former state is kept.</summary>
    Replaced,

    /// <summary>That digest is there, and says all this and perhaps more: it stays as it is.</summary>
    Covered,

    /// <summary>These very lines were published before.</summary>
    AlreadyThere,

    /// <summary>The digest of that title and period was there with mostly this text, and was taken out; it does not come back by being pasted.</summary>
    Removed,
}

/// <param name="Address">Of the digest that is new, or was there.</param>
/// <param name="Commit">Whether it is known to be kept.</param>
public sealed record PublishedList(ListOutcome Outcome, string? Address, CommitOutcome Commit);

/// <summary>
/// Publishes a pasted list: by the importer's own way, with the lines as they were pasted for its source, so that a daily link list and an
/// imported digest are one kind of thing. The same list sent twice is published once.
/// </summary>
public sealed class ListPublisher(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <param name="content">What was previewed.</param>
    /// <returns>What <see cref="PublishAsync"/> would do now; null address where the digest is new.</returns>
    public async Task<PublishedList> ForeseeAsync(PastedList list, DigestContent content, CancellationToken cancellation = default)
    {
        var seed = SeedOf(list, content, Now());
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var matched = (await FileWriter.MatchAsync(archive, seed, new(), cancellation))[0];
        // Asked last: whoever publishes the same list meanwhile brings the digest and its source at once.
        if (await BySourceAsync(archive, seed, cancellation) is { } there)
        {
            return new(ListOutcome.AlreadyThere, there, CommitOutcome.Confirmed);
        }
        return new(OutcomeOf(matched), await AddressAsync(archive, matched.Known.Id, cancellation), CommitOutcome.Confirmed);
    }

    /// <param name="actor">As in <see cref="AuditEntry.Actor"/>.</param>
    public async Task<PublishedList> PublishAsync(PastedList list, DigestContent content, string actor, CancellationToken cancellation = default)
    {
        var now = Now();
        var seed = SeedOf(list, content, now);
        Written written;
        await using (var write = await ArchiveWrite.BeginAsync(store, cancellation))
        {
            // From here on nobody's patience breaks it off.
            written = await new FileWriter(write, now, isCareful: true).WriteAsync(seed, new(actor, "publish", content.Title), CancellationToken.None);
        }
        await using var archive = await store.CreateDbContextAsync(CancellationToken.None);
        if (written.Matches is null)
        {
            return new(ListOutcome.AlreadyThere, await BySourceAsync(archive, seed, CancellationToken.None), await ArchiveWrite.ConfirmAsync(store, CancellationToken.None));
        }
        var matched = written.Matches[0];
        return new(OutcomeOf(matched), await AddressAsync(archive, matched.Known.Id, CancellationToken.None), written.Commit ?? CommitOutcome.Confirmed);
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private static ListOutcome OutcomeOf(Matched matched) => matched.Verdict switch
    {
        Verdict.New => ListOutcome.Published,
        Verdict.Removed => ListOutcome.Removed,
        Verdict.Supersedes or Verdict.ReplacesSample => ListOutcome.Replaced,
        _ => ListOutcome.Covered,
    };

    private static async Task<string?> BySourceAsync(ArchiveContext archive, ReadSeed seed, CancellationToken cancellation) =>
        await archive.Provenances.Where(from => from.Source!.Sha256 == seed.File.Sha256).Select(from => (long?)from.PostId).FirstOrDefaultAsync(cancellation) is { } id
            ? await AddressAsync(archive, id, cancellation) : null;

    private static async Task<string?> AddressAsync(ArchiveContext archive, long id, CancellationToken cancellation) =>
        await archive.Posts.AsNoTracking().Where(post => post.Id == id).FirstOrDefaultAsync(cancellation) is { } post ? Permalink.Post(post)
        : await archive.RemovedPosts.AsNoTracking().Where(post => post.Id == id).FirstOrDefaultAsync(cancellation) is { } removed ? removed.Address
        : null;

    private static ReadSeed SeedOf(PastedList list, DigestContent content, DateTime now)
    {
        var bytes = Encoding.UTF8.GetBytes(list.Text);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var digest = list.Digest ?? throw new ArgumentException("There is nothing in the list.", nameof(list));
        var headlines = digest.Headlines.Zip(content.Headlines, (parsed, said) => parsed with { Text = said.Text, Outlet = said.Outlet, Section = said.Section }).ToList();
        var parsed = list.Seed with
        {
            Posts =
            [
                digest with
                {
                    Title = content.Title,
                    // A list with a title of its own is not of the series that was read off the other.
                    Series = content.Title == digest.Title ? digest.Series : null,
                    DateStart = content.First,
                    DateEnd = content.Last,
                    DatePrecision = DatePrecision.Day,
                    Headlines = headlines,
                },
            ],
        };
        return ReadSeed.Of(new(FileName(now, sha256), bytes, sha256, IsSample: false), LineReader.Read(bytes), parsed, now);
    }

    // What readers are shown as the list's source.
    private static string FileName(DateTime now, string sha256) => $"pasted-{now:yyyy-MM-dd}-{sha256[..8]}.txt";
}
