using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History.Auditing;

/// <summary>What all outlets and categories are called: sealed together, beside the posts, which name them by their slugs.</summary>
internal static class NamesSeal
{
    /// <summary>Stands in <see cref="AuditedPost.PostId"/>; no post has it.</summary>
    public const long Id = 0;

    public static async Task<string> OfAsync(ArchiveContext archive, CancellationToken cancellation = default)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AuditHash.AddNames(hash, await archive.Outlets.Select(outlet => KeyValuePair.Create(outlet.Slug, outlet.Name)).ToListAsync(cancellation));
        AuditHash.AddNames(hash, await archive.Categories.Select(category => KeyValuePair.Create(category.Slug, category.Name)).ToListAsync(cancellation));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <returns>What the audit is to be told; null where no name has changed.</returns>
    public static async Task<AuditedPost?> ChangedAsync(ArchiveContext archive, ArchiveContext committed)
    {
        var before = (await LatestSeals.OfAsync(archive, [Id])).GetValueOrDefault(Id)?.After;
        var after = await OfAsync(archive);
        return before == after ? null : new() { PostId = Id, Day = DateOnly.MinValue, Before = before is null ? null : await OfAsync(committed), After = after };
    }
}
