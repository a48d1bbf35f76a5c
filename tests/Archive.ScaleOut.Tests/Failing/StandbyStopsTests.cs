using System.Diagnostics;
using System.Globalization;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>The synchronous standby stops and comes back: readers read on, and nothing is called safe that is not.</summary>
public sealed class StandbyStopsTests
{
    [Fact]
    public async Task Without_its_standby_the_archive_is_read_on_and_acknowledges_nothing_until_it_is_back()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var cluster = await Cluster.StartAsync(standby: true, nodes: 2);
        await using var readers = new Readers(cluster.Nodes, 4);
        var (before, meanwhile) = (Seed(cluster, 1), Seed(cluster, 2));
        var imported = await ArchiveProcess.RunAsync(cluster.Folder, ["import", before, .. cluster.Arguments]);
        Assert.True(imported.ExitCode == 0, imported.All);
        await readers.UntilAllReadAsync(cancel);

        var moment = Stopwatch.GetTimestamp();
        cluster.Standby!.Stop();
        await readers.UntilAllReadAsync(cancel);
        // Ten seconds are waited for the standby; then it is said that nobody knows yet.
        var unconfirmed = await ArchiveProcess.RunAsync(cluster.Folder, ["import", meanwhile, .. cluster.Arguments]);
        Assert.True(unconfirmed.ExitCode == 1, unconfirmed.All);
        await readers.UntilAllReadAsync(cancel);
        // Who is let in, and who is no more, waits for nobody; that it could yet be lost is said.
        var added = await ArchiveProcess.RunAsync(cluster.Folder, ["user", "add", "Mira", "--role", "editor", .. cluster.Arguments]);
        Assert.True(added.ExitCode == 1 && added.Errors.Contains("has not confirmed", StringComparison.Ordinal), added.All);
        Assert.Equal([1L], await cluster.AskAsync<long>("SELECT count(*) FROM \"Accounts\" JOIN \"OneTimeLinks\" ON \"AccountId\" = \"Accounts\".\"Id\""));

        cluster.Standby.Start();
        var settled = await ArchiveProcess.RunAsync(cluster.Folder, ["import", meanwhile, .. cluster.Arguments]);
        Assert.True(settled.ExitCode == 0, settled.All);
        await readers.UntilAllReadAsync(cancel);
        await readers.StopAsync();

        Assert.Equal([1L, 1L], await cluster.AskAsync<long>("""SELECT count(*) FROM "Posts" WHERE "DateEnd" < '1990-01-03' GROUP BY "DateEnd" """));
        Assert.All(readers.LostSince(moment).GroupBy(lost => lost.Reader), reader => Assert.Single(reader));
        Rounds.Tell($"a standby stopped and back; {readers.Count} pages read, {readers.Lost.Count} lost");
    }

    private static string Seed(Cluster cluster, int day)
    {
        var file = cluster.Folder[$"{day}.txt"];
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"Uyghur News (January {day}, 1990)\n\nWhat was reported on that day\n"));
        return file;
    }
}
