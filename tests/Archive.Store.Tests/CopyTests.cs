using Archive.Store.Accounts;
using Archive.Store.Copying;

namespace Archive.Store.Tests;

/// <summary>Moving between the databases; needs both, whichever this run is about.</summary>
[Trait("Store", "Postgres")]
public sealed class CopyTests
{
    private static readonly StoreKind[] ThereAndBack = [StoreKind.Sqlite, StoreKind.Postgres, StoreKind.Sqlite];

    [Fact]
    public async Task An_archive_that_moved_to_the_other_database_and_back_is_the_same_archive()
    {
        await using var first = ArchiveOnDisk.Create(ThereAndBack[0]);
        await using var second = ArchiveOnDisk.Create(ThereAndBack[1]);
        await using var third = ArchiveOnDisk.Create(ThereAndBack[2]);
        await FillAsync(first);

        var (tables, outcome) = await new ArchiveCopy(first.Factory, second.Factory).RunAsync(cancellation: TestContext.Current.CancellationToken);
        await new ArchiveCopy(second.Factory, third.Factory).RunAsync(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(CommitOutcome.Confirmed, outcome);
        Assert.Contains(tables, table => table is { Table: "Revisions", Rows: > 0 });
        var content = await PublicContent.OfAsync(first);
        Assert.Equal(content, await PublicContent.OfAsync(second));
        Assert.Equal(content, await PublicContent.OfAsync(third));
        Assert.Equal(await RevisionsAsync(first), await RevisionsAsync(third));
    }

    [Fact]
    public async Task Who_may_sign_in_moves_too_and_nobodys_place_is_taken()
    {
        await using var from = ArchiveOnDisk.Create(StoreKind.Sqlite);
        await using var to = ArchiveOnDisk.Create(StoreKind.Postgres);
        await FillAsync(from);
        var cancellation = TestContext.Current.CancellationToken;
        var (account, _) = await new AccountRegister(from.Factory, TimeProvider.System).AddAsync("Mira", AccountRole.Administrator, cancellation);
        await using (var archive = from.Context())
        {
            archive.Passkeys.Add(new() { AccountId = account.Id, CredentialId = [1, 2, 3], PublicKey = [4, 5], Name = "telephone", Transports = "internal usb", SignCount = 7 });
            archive.Sessions.Add(new() { AccountId = account.Id, StartedAt = DateTime.UtcNow });
            await archive.SaveChangesAsync(cancellation);
        }

        await new ArchiveCopy(from.Factory, to.Factory).RunAsync(cancellation: cancellation);

        var moved = Assert.Single(await new AccountRegister(to.Factory, TimeProvider.System).ListAsync(cancellation));
        Assert.Equal((account.Id, "Mira", AccountRole.Administrator, 7L), (moved.Id, moved.Name, moved.Role, Assert.Single(moved.Passkeys).SignCount));
        var (later, _) = await new AccountRegister(to.Factory, TimeProvider.System).AddAsync("Noor", AccountRole.Editor, cancellation);
        Assert.NotEqual(account.Id, later.Id);

        await using var taken = ArchiveOnDisk.Create(StoreKind.Sqlite);
        await new AccountRegister(taken.Factory, TimeProvider.System).AddAsync("Other", AccountRole.Editor, cancellation);
        var refused = await Assert.ThrowsAsync<ArchiveCopyException>(() => new ArchiveCopy(from.Factory, taken.Factory).RunAsync(cancellation: cancellation));
        Assert.Contains("accounts already", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_moved_takes_the_next_import_as_it_would_have_done_before()
    {
        await using var stayed = ArchiveOnDisk.Create(StoreKind.Sqlite);
        await using var moved = ArchiveOnDisk.Create(StoreKind.Postgres);
        await FillAsync(stayed);
        await new ArchiveCopy(stayed.Factory, moved.Factory).RunAsync(cancellation: TestContext.Current.CancellationToken);
        foreach (var archive in new[] { stayed, moved })
        {
            var report = await archive.ImportAsync(archive.Seed("later.txt", "Lake News (Thursday, March 4, 2021)\n\nA first headline\n\nA second one\n"));
            Assert.Equal(1, report.Posts.Added);
        }

        Assert.Equal(await PublicContent.OfAsync(stayed), await PublicContent.OfAsync(moved));
    }

    [Fact]
    public async Task A_copy_goes_only_into_an_empty_store_and_only_from_an_archive()
    {
        await using var full = ArchiveOnDisk.Create(StoreKind.Sqlite);
        await using var other = ArchiveOnDisk.Create(StoreKind.Postgres);
        await FillAsync(full);
        await FillAsync(other);
        var before = await PublicContent.OfAsync(other);

        var notEmpty = await Assert.ThrowsAsync<ArchiveCopyException>(() => new ArchiveCopy(full.Factory, other.Factory).RunAsync(cancellation: TestContext.Current.CancellationToken));
        await using var none = new ArchiveOnDisk();
        var nothing = await Assert.ThrowsAsync<ArchiveCopyException>(() => new ArchiveCopy(none.Factory, other.Factory).RunAsync(cancellation: TestContext.Current.CancellationToken));

        Assert.Contains("posts already", notEmpty.Message, StringComparison.Ordinal);
        Assert.Contains("no archive", nothing.Message, StringComparison.Ordinal);
        Assert.Equal(before, await PublicContent.OfAsync(other));
    }

    [Fact]
    public async Task A_copy_that_is_stopped_leaves_nothing_behind_and_can_be_made_again()
    {
        await using var from = ArchiveOnDisk.Create(StoreKind.Sqlite);
        await using var to = ArchiveOnDisk.Create(StoreKind.Postgres);
        await FillAsync(from);
        using var stop = new CancellationTokenSource();
        var copy = new ArchiveCopy(from.Factory, to.Factory);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copy.RunAsync(new At("Headlines", stop.Cancel), stop.Token));

        await using (var context = to.Context())
        {
            Assert.False(await context.Posts.AnyAsync(TestContext.Current.CancellationToken));
        }
        await copy.RunAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(await PublicContent.OfAsync(from), await PublicContent.OfAsync(to));
    }

    // With a superseded post, so that there is a revision.
    private static async Task FillAsync(ArchiveOnDisk archive)
    {
        await archive.ImportAsync(SeedFolders.Samples);
        await archive.ImportAsync(archive.Seed("short.txt", "Lake News (Wednesday, March 3, 2021)\n\nA first headline – “Ürümqi” ئۇيغۇر 新疆\n"));
        await archive.ImportAsync(archive.Seed("long.txt", "Lake News (Wednesday, March 3, 2021)\n\nA first headline – “Ürümqi” ئۇيغۇر 新疆\n\nA second one\n"));
    }

    private static async Task<string> RevisionsAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        return string.Join('\n', await context.Revisions.OrderBy(row => row.Id).Select(row => $"{row.Id} {row.PostId} {row.Number} {row.At:O} {row.Actor} {row.Action} {row.SourceSha256} {row.Snapshot}").ToListAsync());
    }

    private sealed class At(string table, Action act) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value)
        {
            if (value.Table == table)
            {
                act();
            }
        }
    }
}
