namespace Archive.Store.Tests;

public sealed class BulkRowsTests
{
    [Fact]
    public async Task Rows_written_in_bulk_read_as_rows_written_one_by_one()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using (var context = archive.Context())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await context.BulkInsertAsync([Post(1)], TestContext.Current.CancellationToken);
            await context.BulkInsertAsync([Source(1)], TestContext.Current.CancellationToken);
            await context.BulkInsertAsync([Provenance(1)], TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
            context.AddRange(Post(2), Source(2), Provenance(2));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await using var fresh = archive.Context();

        Assert.Equal(await RawAsync(fresh, "Posts", 2), await RawAsync(fresh, "Posts", 1));
        Assert.Equal(await RawAsync(fresh, "Provenances", 2), await RawAsync(fresh, "Provenances", 1));
        var post = await fresh.Posts.Include(p => p.Provenances).SingleAsync(p => p.Id == 1, TestContext.Current.CancellationToken);
        Assert.Equal((PostKind.PressRelease, DatePrecision.Month, new DateOnly(2021, 1, 1)), (post.Kind, post.DatePrecision!.Value, post.DateStart!.Value));
        Assert.Equal([3, 0, 7], Assert.Single(post.Provenances).HeadlineLines);
    }

    [Fact]
    public async Task A_bulk_update_writes_every_column_of_the_rows_it_is_given_and_no_other_row()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var context = archive.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await context.BulkInsertAsync([Post(1), Post(2)], TestContext.Current.CancellationToken);
        var changed = Post(2);
        (changed.Title, changed.Place, changed.DateEnd) = ("Another", null, null);
        await context.BulkUpdateAsync([changed], TestContext.Current.CancellationToken);

        var posts = await context.Posts.OrderBy(post => post.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Title", "Place", new DateOnly(2021, 1, 31)), (posts[0].Title, posts[0].Place, posts[0].DateEnd!.Value));
        Assert.Equal(("Another", null, null), (posts[1].Title, posts[1].Place, posts[1].DateEnd));
        Assert.Equal(3, await context.NextIdAsync<Post>(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rows_are_written_in_bulk_only_inside_a_transaction()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var context = archive.Context();

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.BulkInsertAsync([Post(1)], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Text_is_kept_as_every_database_can_keep_it()
    {
        // Not rows of a theory: an attribute cannot hold half a surrogate pair.
        (string Given, string Kept)[] texts =
        [
            ("Ürümqi – “Xinjiang”", "Ürümqi – “Xinjiang”"),
            ("ئۇيغۇر\u200c", "ئۇيغۇر\u200c"),
            ("a\0b", "ab"),
            ("half \ud83d", "half \ufffd"),
            ("\udd4a half", "\ufffd half"),
            ("\ud83d\ud83d\udd4a\0", "\ufffd\ud83d\udd4a"),
        ];
        await using var archive = ArchiveOnDisk.Create();
        await using var context = archive.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await context.BulkInsertAsync(texts.Select((text, i) => Post(i + 1, text.Given)), TestContext.Current.CancellationToken);

        var stored = await context.Posts.OrderBy(post => post.Id).Select(post => post.Title).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(texts.Select(text => text.Kept), stored);
    }

    private static Post Post(long id, string title = "Title") => new()
    {
        Id = id, Kind = PostKind.PressRelease, Title = title, Slug = "title", SourceKey = "key", TitleKey = "key", ContentHash = "c", PrintedHash = "p",
        DateStart = new(2021, 1, 1), DateEnd = new(2021, 1, 31), DatePrecision = DatePrecision.Month, Place = "Place", IsExcerpt = true, HeadlineCount = 3,
    };

    private static Source Source(long id) => new()
    {
        Id = id, FileName = "a.txt", Sha256 = $"{id}", Encoding = "utf-8", Layout = "none", ImportedAt = new(2021, 3, 1, 12, 30, 15, 250, DateTimeKind.Utc),
    };

    private static Provenance Provenance(long id) => new() { Id = id, PostId = id, SourceId = id, LineFirst = 1, LineLast = 9, PrintedHash = "p", HeadlineLines = [3, 0, 7] };

    // Every column but the ids, as the database has them.
    private static async Task<string> RawAsync(ArchiveContext context, string table, long id)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE \"Id\" = {id}";
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return string.Join('\n', Enumerable.Range(0, reader.FieldCount).Where(i => !reader.GetName(i).EndsWith("Id", StringComparison.Ordinal))
            .Select(i => $"{reader.GetName(i)}: {reader.GetDataTypeName(i)} {reader.GetValue(i)} ({reader.GetValue(i).GetType().Name})"));
    }
}
