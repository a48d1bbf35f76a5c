using Archive.Store;
using Archive.Store.Removal;
using Archive.Web.Hosting;
using Archive.Web.Pages.Posts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Commands;

/// <summary>What commands about one post have in common: its address, and what is said of the outcome.</summary>
internal static class PostCommand
{
    public static async Task<int> RunAsync(
        string[] settings, string address, Func<PostRemovals, long, Task<RemovalResult>> run, string done, string already, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings);
        await app.Services.PrepareStoreAsync(cancellation);
        await using var archive = await app.Services.OpenStoreAsync(cancellation);
        var result = await FindAsync(archive, address, cancellation) is { } id ? await run(app.Services.GetRequiredService<PostRemovals>(), id) : new(RemovalOutcome.Unknown, null);
        Console.Out.WriteLine(result.Outcome switch
        {
            RemovalOutcome.Done => $"{result.Address} {done}",
            RemovalOutcome.Unconfirmed => $"{result.Address} {done}; the database's standby has not confirmed it yet: the same command again settles it",
            RemovalOutcome.NothingToDo => $"{result.Address} {already}",
            RemovalOutcome.Hindered => result.Why,
            RemovalOutcome.TooLate => $"{result.Address} was removed more than {RemovedPost.Kept.Days} days ago, and its text was destroyed",
            _ => $"no post stands or stood at {address}",
        });
        return result.Outcome is RemovalOutcome.Done or RemovalOutcome.NothingToDo ? ExitCode.AllWell : ExitCode.NotWhole;
    }

    private static async Task<long?> FindAsync(ArchiveContext archive, string typed, CancellationToken cancellation)
    {
        if (TypedAddress.Read(typed) is not var (day, slug))
        {
            return null;
        }
        return await archive.Posts.At(day, slug).Select(post => (long?)post.Id).FirstOrDefaultAsync(cancellation)
            ?? await archive.RemovedPosts.At(day, slug).Select(post => (long?)post.Id).FirstOrDefaultAsync(cancellation);
    }
}
