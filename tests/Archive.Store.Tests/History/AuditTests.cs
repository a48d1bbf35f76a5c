using Archive.Store.History.Auditing;

namespace Archive.Store.Tests.History;

/// <summary>T35: every change has one record, and what is changed past the archive is found.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Every_change_has_one_record_whatever_was_changed()
    {
        await using var archive = await FilledAsync();
        await archive.ImportAsync(SeedFolders.Samples);
        await archive.Importer().RemoveSamplesAsync(TestContext.Current.CancellationToken);
        await using var context = archive.Context();
        var edition = await context.Editions.Select(row => row.Number).SingleAsync(TestContext.Current.CancellationToken);
        var records = await context.AuditRecords.OrderBy(record => record.Id).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, (int)edition).Select(number => (long)number), records.Select(record => record.Edition));
        Assert.Equal("remove samples", records[^1].Action);
        Assert.All(records, record => Assert.True(record.PostCount > 0, $"record {record.Id} names no post"));
        var verified = await VerifyAsync(archive);
        Assert.Empty(verified.Findings);
        Assert.Equal((edition, await context.Posts.LongCountAsync(TestContext.Current.CancellationToken)), (verified.Records, verified.Posts));
        Assert.NotEqual(0, verified.Posts);
    }

    [Fact]
    public async Task A_record_that_was_altered_or_taken_out_is_found()
    {
        await using var archive = ArchiveOnDisk.Create();
        await AddDaysAsync(archive, 10);
        await using var context = archive.Context();
        string[] records = ["Edition", "At", "Actor", "Action", "Subject", "Reason", "PostCount", "PostsHash", "Previous", "Hash"];
        string[] posts = ["PostId", "Day", "Before", "After"];
        var tried = 0;
        foreach (var (table, columns) in new[] { ("AuditRecords", records), ("AuditedPosts", posts) })
        {
            await ExecuteAsync(context, $"""CREATE TABLE kept AS SELECT * FROM "{table}" """);
            var ids = table == "AuditRecords"
                ? await context.AuditRecords.Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken)
                : await context.AuditedPosts.Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
            foreach (var (id, number) in ids.Select((id, number) => (id, number)))
            {
                // Every column of some row, and every row in some way.
                var column = columns[number % columns.Length];
                foreach (var sql in new[] { $"""DELETE FROM "{table}" WHERE "Id" = {id}""", $"""UPDATE "{table}" SET "{column}" = {Other(column)} WHERE "Id" = {id}""" })
                {
                    await ExecuteAsync(context, sql);
                    Assert.True((await VerifyAsync(archive)).Findings.Count > 0, sql);
                    await ExecuteAsync(context, $"""DELETE FROM "{table}" """);
                    await ExecuteAsync(context, $"""INSERT INTO "{table}" SELECT * FROM kept""");
                    tried++;
                }
            }
            Assert.True(ids.Count >= columns.Length, $"{table} has too few rows to try every column");
            await ExecuteAsync(context, "DROP TABLE kept");
        }

        Assert.Empty((await VerifyAsync(archive)).Findings);
        Assert.True(tried >= 40, $"only {tried} changes were tried");

        static string Other(string column) => column switch
        {
            "Edition" or "PostCount" or "PostId" => $"\"{column}\" + 1",
            "At" => "'1999-01-01 00:00:00'",
            "Day" => "'1999-01-01'",
            _ => $"coalesce(\"{column}\", '') || '0'",
        };
    }

    [Theory]
    [InlineData("""UPDATE "Posts" SET "Title" = 'Nothing happened' WHERE "Id" = (SELECT min("Id") FROM "Posts")""", "was changed past the audit")]
    [InlineData("""UPDATE "Posts" SET "DateStart" = NULL WHERE "Id" = (SELECT min("Id") FROM "Posts")""", "was changed past the audit")]
    [InlineData("""UPDATE "Headlines" SET "Text" = 'Nothing happened' WHERE "Id" = (SELECT min("Id") FROM "Headlines")""", "was changed past the audit")]
    [InlineData("""UPDATE "Headlines" SET "Url" = 'https://example.org/' WHERE "Id" = (SELECT min("Id") FROM "Headlines")""", "was changed past the audit")]
    [InlineData("""DELETE FROM "Headlines" WHERE "Id" = (SELECT max("Id") FROM "Headlines")""", "was changed past the audit")]
    [InlineData("""UPDATE "Passages" SET "Text" = "Text" || '.' WHERE "Id" = (SELECT min("Id") FROM "Passages")""", "was changed past the audit")]
    [InlineData("""UPDATE "Outlets" SET "Name" = 'Nobody' WHERE "Id" = (SELECT min("OutletId") FROM "Posts")""", "the name of an outlet or a category was changed past the audit")]
    [InlineData("""DELETE FROM "PostCategory" """, "was changed past the audit")]
    [InlineData("""DELETE FROM "Signatories" """, "was changed past the audit")]
    [InlineData("""UPDATE "Endnotes" SET "Text" = 'None' """, "was changed past the audit")]
    [InlineData("""DELETE FROM "Posts" WHERE "Id" = (SELECT min("Id") FROM "Posts")""", "was taken out past the audit")]
    [InlineData("""UPDATE "Editions" SET "Number" = "Number" + 1""", "newer records are missing")]
    public async Task What_was_changed_past_the_archive_is_found(string sql, string finding)
    {
        await using var archive = await FilledAsync();
        await using var context = archive.Context();
        Assert.NotEqual(0, await context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));

        var verified = await VerifyAsync(archive);

        Assert.Contains(verified.Findings, found => found.Contains(finding, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""UPDATE "Headlines" SET "Text" = 'Nothing happened' WHERE "Text" = 'A headline of day 1'""")]
    [InlineData("""DELETE FROM "Posts" WHERE "Title" LIKE 'Lake News%'""")]
    public async Task What_was_changed_past_the_archive_stays_to_be_seen_after_a_change_of_the_same_post(string sql)
    {
        await using var archive = ArchiveOnDisk.Create();
        await AddDaysAsync(archive, 1);
        await using var context = archive.Context();
        Assert.Equal(1, await context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));

        await archive.ImportAsync(archive.Seed("fuller.txt", "Lake News (January 1, 2020)\n\nA headline of day 1\n\nAnother headline\n"));
        await archive.ImportAsync(archive.Seed("other.txt", "River News (January 1, 2020)\n\nA headline on the river\n"));

        Assert.Contains((await VerifyAsync(archive)).Findings, found => found.Contains("changed past the audit after record 1 and before record 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_that_was_made_anew_holds_and_is_not_the_one_that_was_kept()
    {
        await using var archive = await FilledAsync();
        var kept = (await VerifyAsync(archive)).Head!;
        await using var context = archive.Context();
        await context.AuditedPosts.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await context.AuditRecords.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty((await VerifyAsync(archive)).Findings);

        Assert.True(await AuditBeginning.RunAsync(archive.Factory, TestContext.Current.CancellationToken));
        Assert.False(await AuditBeginning.RunAsync(archive.Factory, TestContext.Current.CancellationToken));

        Assert.Empty((await VerifyAsync(archive)).Findings);
        Assert.Equal($"record {kept.Split(':')[0]} is not the one that was kept ({kept})", Assert.Single((await VerifyAsync(archive, kept)).Findings));
    }

    [Fact]
    public async Task An_outlet_that_is_spelled_better_is_no_change_of_its_posts()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Articles("lake post", 2020)));
        await archive.ImportAsync(archive.Seed("b.txt", Articles("Lake Post", 2021)));
        await using var context = archive.Context();

        Assert.Equal("Lake Post", (await context.Outlets.SingleAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Empty((await VerifyAsync(archive)).Findings);
    }

    [Fact]
    public async Task A_later_chain_still_has_the_record_that_was_kept()
    {
        await using var archive = await FilledAsync();
        var kept = (await VerifyAsync(archive)).Head!;
        await archive.ImportAsync(archive.Seed("later.txt", "Lake News (Monday, January 4, 2021)\n\nA headline of that day\n"));

        var verified = await VerifyAsync(archive, kept);

        Assert.Empty(verified.Findings);
        Assert.NotEqual(kept, verified.Head);
    }

    private static readonly string[] Titles = ["Fishermen leave the delta", "Tea growers lose their terraces"];

    private static string Articles(string outlet, int year) => string.Concat(Titles.Select(title =>
        $"{title} in {year}\n\n{outlet}, 3 January {year}\n\nBelow is an article published by {outlet}. Photo AFP\n\n"
        + $"Nine families who worked there in {year} have been told that they may come back on Sundays against a small fee.\n\nRead More →\n\n"));

    // Posts of every kind; one of them was superseded.
    private static async Task<ArchiveOnDisk> FilledAsync()
    {
        var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(SeedFolders.Samples);
        await AddDaysAsync(archive, 1);
        await archive.ImportAsync(archive.Seed("fuller.txt", "Lake News (January 1, 2020)\n\nA headline of day 1\n\nAnother headline\n"));
        return archive;
    }

    private static async Task AddDaysAsync(ArchiveOnDisk archive, int days)
    {
        foreach (var day in Enumerable.Range(1, days))
        {
            await archive.ImportAsync(archive.Seed($"{day}.txt", $"Lake News (January {day}, 2020)\n\nA headline of day {day}\n"));
        }
    }

    private static Task<Verified> VerifyAsync(ArchiveOnDisk archive, params string[] kept) =>
        new AuditVerification(archive.Factory).RunAsync(kept, cancellation: TestContext.Current.CancellationToken);

    private static Task<int> ExecuteAsync(ArchiveContext context, string sql) => context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
}
