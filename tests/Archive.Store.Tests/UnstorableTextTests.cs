using System.Globalization;
using System.Reflection;
using System.Text;
using Archive.Store.History;
using Archive.Store.History.Auditing;

namespace Archive.Store.Tests;

/// <summary>Text that one database keeps and another refuses: both keep the same of it, in every field, by whatever way it comes.</summary>
public sealed class UnstorableTextTests
{
    // NUL, C0 and C1 controls, a noncharacter, halves of surrogate pairs in the wrong order. Only the first and the last cannot be kept.
    private const string Hostile = "a\0b\u0001\u001f\u007f\u0085\u009f\ufffe\udd4a\ud83d";

    private const string Kept = "ab\u0001\u001f\u007f\u0085\u009f\ufffe\ufffd\ufffd";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_field_of_every_table_keeps_the_same(bool inBulk)
    {
        await using var archive = ArchiveOnDisk.Create();
        await using (var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken))
        {
            await AddAsync(write.Archive, Filled<Outlet>(), inBulk);
            await AddAsync(write.Archive, Filled<Category>(), inBulk);
            await AddAsync(write.Archive, Filled<Source>(), inBulk);
            await AddAsync(write.Archive, Filled<Post>(), inBulk);
            await AddAsync(write.Archive, Filled<Headline>(), inBulk);
            await AddAsync(write.Archive, Filled<Passage>(), inBulk);
            await AddAsync(write.Archive, Filled<Signatory>(), inBulk);
            await AddAsync(write.Archive, Filled<Endnote>(), inBulk);
            await AddAsync(write.Archive, Filled<Provenance>(), inBulk);
            await AddAsync(write.Archive, Filled<SourceProblem>(), inBulk);
            await AddAsync(write.Archive, Filled<Revision>(), inBulk);
            Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
        }
        await using var fresh = archive.Context();

        var texts = 0;
        foreach (var row in new object[]
        {
            await OnlyAsync(fresh.Outlets), await OnlyAsync(fresh.Categories), await OnlyAsync(fresh.Sources), await OnlyAsync(fresh.Posts), await OnlyAsync(fresh.Headlines),
            await OnlyAsync(fresh.Passages), await OnlyAsync(fresh.Signatories), await OnlyAsync(fresh.Endnotes), await OnlyAsync(fresh.Provenances), await OnlyAsync(fresh.Problems),
            await OnlyAsync(fresh.Revisions),
        })
        {
            foreach (var field in Texts(row.GetType()))
            {
                Assert.True((string?)field.GetValue(row) == Kept, $"{row.GetType().Name}.{field.Name} keeps {Spelt((string?)field.GetValue(row))}");
                texts++;
            }
        }
        Assert.True(texts > 35, $"only {texts} fields were looked at");
    }

    [Fact]
    public async Task What_is_looked_up_is_cleaned_as_what_is_kept()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var context = archive.Context();
        context.AddRange(Filled<Outlet>(), Filled<Category>(), Filled<Post>(), Filled<Headline>());
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        string[] asked = [Hostile, Kept];
        var cancel = TestContext.Current.CancellationToken;

        Assert.All(asked, text => Assert.Equal(1, context.Outlets.Count(outlet => outlet.Slug == text)));
        Assert.All(asked, text => Assert.Equal(1, context.Headlines.Count(headline => headline.PublicId == text)));
        Assert.Equal(1, await context.Categories.CountAsync(category => asked.Contains(category.Slug), cancel));
        Assert.Equal(1, await context.Posts.At(null, Hostile).CountAsync(cancel));
        Assert.Equal(0, await context.Posts.OlderThan(new(null, Hostile, 1)).CountAsync(cancel));
        Assert.Equal(1, await context.Posts.NewerThan(new(null, Hostile + "\0", 2)).CountAsync(cancel));
        Assert.Equal(0, await context.Headlines.WithId("\0").CountAsync(cancel));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task An_import_keeps_the_same_of_it(string encoding)
    {
        await using var archive = ArchiveOnDisk.Create();
        var lines = new[] { "Tibet Digest: 3–5 March 2019", "", "Nul \0 inside", "Bell \u0007 and next line \u0085 and C1 \u009f inside", "Noncharacter \ufffe inside", "Ends with nul\0" };
        // Written by hand: an encoder would mend the half of a pair. (As UTF-8 it is none, and such a line is read as Windows-1252.)
        byte[] bytes = encoding == "utf-16"
            ? [0xFF, 0xFE, .. string.Join('\n', [.. lines, "Half \ud83d inside", ""]).SelectMany(c => BitConverter.GetBytes(c))]
            : [.. Encoding.UTF8.GetBytes(string.Join('\n', lines)), .. "\nHalf "u8, 0xED, 0xA0, 0xBD, .. " inside\n"u8];
        await archive.ImportAsync(archive.Seed("a.txt", bytes));
        await using var context = archive.Context();

        var kept = await context.Headlines.OrderBy(headline => headline.Position).Select(headline => headline.Text).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["Nul inside", "Bell and next line and C1 inside", "Noncharacter \ufffd inside", "Ends with nul", encoding == "utf-16" ? "Half \ufffd inside" : "Half í ½ inside"],
            kept);
    }

    private static async Task AddAsync<TRow>(ArchiveContext context, TRow row, bool inBulk)
        where TRow : class
    {
        if (inBulk)
        {
            await context.BulkInsertAsync([row]);
            return;
        }
        context.Add(row);
        await context.SaveChangesAsync();
    }

    private static Task<TRow> OnlyAsync<TRow>(IQueryable<TRow> rows)
        where TRow : class => rows.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);

    // One row, its own id and those of its neighbours 1, and every text hostile.
    private static TRow Filled<TRow>()
    {
        var row = Activator.CreateInstance<TRow>();
        foreach (var property in typeof(TRow).GetProperties().Where(property => property.CanWrite))
        {
            if (property.Name == "Id" || property.Name.EndsWith("Id", StringComparison.Ordinal) && property.PropertyType != typeof(string))
            {
                property.SetValue(row, Convert.ChangeType(1, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, CultureInfo.InvariantCulture));
            }
        }
        foreach (var text in Texts(typeof(TRow)))
        {
            text.SetValue(row, Hostile);
        }
        return row;
    }

    private static IEnumerable<PropertyInfo> Texts(Type row) => row.GetProperties().Where(property => property.CanWrite && property.PropertyType == typeof(string));

    private static string Spelt(string? text) => string.Concat((text ?? "null").Select(c => c is > ' ' and < '\x7f' ? $"{c}" : $"\\u{(int)c:x4}"));
}
