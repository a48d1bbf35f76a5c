using Archive.Store.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Archive.Web.Accounts.Passwords;

/// <summary>
/// Hashes passwords, a few at a time: each takes a tenth of a second of a processor on purpose, and a flood of guesses must leave readers
/// the rest.
/// </summary>
internal sealed class PasswordHashing(IPasswordHasher<Account> hasher) : IDisposable
{
    /// <summary>PBKDF2 with SHA-512. Raise it with the years: an older hash is made anew when its owner signs in.</summary>
    public const int Iterations = 220_000;

    private const int Waiting = 20;

    private static readonly Account Nobody = new() { Name = "" };

    private readonly string nobodysHash = hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));

    private int waiting;

    public string Hash(Account account, string password) => hasher.HashPassword(account, password);

    /// <summary>Compares, and for an account that is not there or has no password takes as long.</summary>
    /// <returns>Null where too many wait already.</returns>
    public async Task<PasswordVerificationResult?> VerifyAsync(Account? account, string password, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref waiting) > Waiting)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }
        try
        {
            await places.WaitAsync(cancellation);
            try
            {
                var result = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? nobodysHash, password);
                return account?.PasswordHash is null ? PasswordVerificationResult.Failed : result;
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => places.Dispose();
}
