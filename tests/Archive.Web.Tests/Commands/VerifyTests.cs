namespace Archive.Web.Tests.Commands;

/// <summary>`archive verify`.</summary>
public sealed class VerifyTests
{
    [Fact]
    public async Task It_says_that_all_is_as_it_was_written_and_names_what_is_not()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await ArchiveProcess.RunAsync(folder, "import")).ExitCode);

        var well = await ArchiveProcess.RunAsync(folder, "verify");
        Assert.Equal((0, ""), (well.ExitCode, well.Errors));
        Assert.Matches(@"^\d+ records of the audit and \d+ posts read: all as they were written\.\nNewest record: \d+:[0-9a-f]{64}\n$", well.Output);

        var kept = well.Output.TrimEnd('\n').Split(' ')[^1];
        await folder.Store.ExecuteAsync("""UPDATE "Headlines" SET "Text" = 'Nothing happened' WHERE "Id" = (SELECT min("Id") FROM "Headlines")""", TestContext.Current.CancellationToken);
        var altered = await ArchiveProcess.RunAsync(folder, "verify", "--kept", kept);
        Assert.Equal(1, altered.ExitCode);
        Assert.Matches(@"^/\d{4}/\d\d/\d\d/\S+ was changed past the audit \(last in record \d+\)\n", altered.Output);
        Assert.Contains(": 1 finding.\n", altered.Output, StringComparison.Ordinal);

        var wrong = await ArchiveProcess.RunAsync(folder, "verify", "--kept", "17:hash");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("\"17:hash\" is not a record's number, a colon and its 64 hexadecimal digits", wrong.Errors, StringComparison.Ordinal);
    }
}
