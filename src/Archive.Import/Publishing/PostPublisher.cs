using System.Security.Cryptography;
using System.Text;
using Archive.Import.Lines;
using Archive.Import.Matching;
using Archive.Import.Writing;
using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Publishing;

/// <summary>
/// Publishes what an editor wrote or pasted: by the importer's own way, with the text as it was written for its source, so that what comes from
/// the desk and what was imported are one kind of thing. The same text sent twice is published once.
/// </summary>
public sealed class PostPublisher(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <returns>What <see cref="PublishAsync"/> would do now; null address where the post is new.</returns>
    public async Task<PublishedPost> ForeseeAsync(WrittenPost post, CancellationToken cancellation = default)
    {
        var seed = SeedOf(post, Now());
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var foreseen = await MatchAsync(archive, seed, cancellation);
        // Asked last: whoever publishes the same text meanwhile brings the post and its source at once.
        return await BySourceAsync(archive, seed, cancellation) is { } there ? new(PublishOutcome.AlreadyThere, there, CommitOutcome.Confirmed, "") : foreseen;
    }

    /// <param name="actor">As in <see cref="AuditEntry.Actor"/>.</param>
    /// <param name="terms">Null where somebody has just looked.</param>
    /// <returns>Null where the terms do not hold; then nothing was published.</returns>
    public async Task<PublishedPost?> PublishAsync(WrittenPost post, string actor, PublishTerms? terms = null, CancellationToken cancellation = default)
    {
        var now = Now();
        var seed = SeedOf(post, now);
        Written written;
        await using (var write = await ArchiveWrite.BeginAsync(store, cancellation))
        {
            if (terms is not null && !await HoldAsync(terms, write.Archive, seed, cancellation))
            {
                return null;
            }
            // From here on nobody's patience breaks it off.
            written = await new FileWriter(write, now, isCareful: true).WriteAsync(seed, new(actor, "publish", post.Post.Title), CancellationToken.None);
        }
        await using var archive = await store.CreateDbContextAsync(CancellationToken.None);
        if (written.Matches is null)
        {
            return new(PublishOutcome.AlreadyThere, await BySourceAsync(archive, seed, CancellationToken.None), await ArchiveWrite.ConfirmAsync(store, CancellationToken.None), "");
        }
        var matched = written.Matches[0];
        return new(OutcomeOf(matched), await AddressAsync(archive, matched.Known.Id, CancellationToken.None), written.Commit ?? CommitOutcome.Confirmed, "");
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private static async Task<bool> HoldAsync(PublishTerms terms, ArchiveContext change, ReadSeed seed, CancellationToken cancellation) =>
        await terms.Claim(change, cancellation)
        && (await BySourceAsync(change, seed, cancellation) is not null || (await MatchAsync(change, seed, cancellation)).Standing == terms.Standing);

    private static async Task<PublishedPost> MatchAsync(ArchiveContext archive, ReadSeed seed, CancellationToken cancellation)
    {
        var matched = (await FileWriter.MatchAsync(archive, seed, new(), cancellation))[0];
        var (outcome, id) = (OutcomeOf(matched), matched.Known.Id);
        var said = await archive.Posts.Where(post => post.Id == id).Select(post => post.PrintedHash).FirstOrDefaultAsync(cancellation);
        return new(outcome, await AddressAsync(archive, id, cancellation), CommitOutcome.Confirmed, $"{outcome} {id} {said}");
    }

    private static PublishOutcome OutcomeOf(Matched matched) => matched.Verdict switch
    {
        Verdict.New => PublishOutcome.Published,
        Verdict.Removed => PublishOutcome.Removed,
        Verdict.Corrected => PublishOutcome.Corrected,
        Verdict.Supersedes or Verdict.ReplacesSample => PublishOutcome.Replaced,
        _ => PublishOutcome.Covered,
    };

    private static async Task<string?> BySourceAsync(ArchiveContext archive, ReadSeed seed, CancellationToken cancellation) =>
        await archive.Provenances.Where(from => from.Source!.Sha256 == seed.File.Sha256).Select(from => (long?)from.PostId).FirstOrDefaultAsync(cancellation) is { } id
            ? await AddressAsync(archive, id, cancellation) : null;

    private static async Task<string?> AddressAsync(ArchiveContext archive, long id, CancellationToken cancellation) =>
        await archive.Posts.AsNoTracking().Where(post => post.Id == id).FirstOrDefaultAsync(cancellation) is { } post ? Permalink.Post(post)
        : await archive.RemovedPosts.AsNoTracking().Where(post => post.Id == id).FirstOrDefaultAsync(cancellation) is { } removed ? removed.Address
        : null;

    private static ReadSeed SeedOf(WrittenPost post, DateTime now)
    {
        var bytes = Encoding.UTF8.GetBytes(post.Text);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return ReadSeed.Of(new(FileName(now, sha256), bytes, sha256, IsSample: false), LineReader.Read(bytes), post.Seed, now);
    }

    // What readers are shown as the post's source.
    private static string FileName(DateTime now, string sha256) => $"desk-{now:yyyy-MM-dd}-{sha256[..8]}.txt";
}
