namespace Archive.Store.Tests.Stories;

/// <summary>What an import makes of headlines that would cost most to compare.</summary>
public sealed class StoryImportTests
{
    [Fact]
    public async Task A_day_of_thousands_of_nearly_equal_headlines_keeps_each_and_joins_only_what_is_the_same()
    {
        await using var archive = ArchiveOnDisk.Create();
        var headlines = Enumerable.Range(1, 2500).SelectMany(i => (string[])[$"Statement number {i} on arrests in Lhasa", $"Statement by Tenzin{i:0000}x{i:0000} on arrests in Lhasa"]).ToList();
        string[] again = ["STATEMENT NUMBER 77 ON ARRESTS IN LHASA", "Statement by Tenzin0077xx0077 on arrests in Lhasa"];
        await archive.ImportAsync(archive.Seed("long.txt", $"Lake News (Sunday, January 31, 2021)\n\n{string.Join("\n\n", headlines.Concat(again))}\n"));

        await using var context = archive.Context();
        var kept = await context.Headlines.ToDictionaryAsync(headline => headline.Id, headline => headline.Text, TestContext.Current.CancellationToken);
        Assert.Equal(headlines.Count + again.Length, kept.Count);
        Assert.Equal(
            [(headlines[152], headlines[152]), (headlines[153], headlines[153]), (again[0], headlines[152]), (again[1], headlines[153])],
            (await context.StoryMembers.OrderBy(member => member.HeadlineId).ToListAsync(TestContext.Current.CancellationToken)).Select(member => (kept[member.HeadlineId], kept[member.StoryId])));
    }
}
