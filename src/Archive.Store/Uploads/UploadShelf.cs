using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Uploads;

/// <summary>Where sent files wait to be imported: a week at most, and no longer than it takes.</summary>
public sealed class UploadShelf(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <summary>Characters of <see cref="Upload.Token"/>.</summary>
    public const int TokenLength = 16;

    /// <summary>Characters of <see cref="UploadedFile.Name"/>.</summary>
    public const int LongestName = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <param name="files">Names and bytes.</param>
    /// <returns>The upload's token.</returns>
    public async Task<string> PutAsync(long account, IEnumerable<(string Name, byte[] Content)> files, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var old = now - Kept;
        await archive.Uploads.Where(upload => upload.SentAt < old).ExecuteDeleteAsync(cancellation);
        var sent = new Upload { Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenLength / 2)), AccountId = account, SentAt = now };
        sent.Files.AddRange(files.Select((file, position) => new UploadedFile { Position = position, Name = file.Name, Content = file.Content }));
        archive.Uploads.Add(sent);
        await archive.SaveChangesAsync(cancellation);
        return sent.Token;
    }

    /// <returns>The files in their order; null where there is no such upload, or it is another's.</returns>
    public async Task<IReadOnlyList<UploadedFile>?> FindAsync(string token, long account, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return (await archive.Uploads.AsNoTracking().Include(upload => upload.Files.OrderBy(file => file.Position))
            .SingleOrDefaultAsync(upload => upload.Token == token && upload.AccountId == account, cancellation))?.Files;
    }

    public async Task RemoveAsync(string token, long account, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        await archive.Uploads.Where(upload => upload.Token == token && upload.AccountId == account).ExecuteDeleteAsync(cancellation);
    }
}
