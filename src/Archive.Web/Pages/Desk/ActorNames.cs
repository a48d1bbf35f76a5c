using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk;

/// <summary>Who did something, as editors see it: the audit knows accounts by number.</summary>
internal sealed class ActorNames
{
    private readonly Dictionary<string, string> names;

    private ActorNames(Dictionary<string, string> names) => this.names = names;

    public string Of(string actor) => names.GetValueOrDefault(actor, actor == AuditEntry.CommandLine ? "the administrator of the server" : actor);

    public static async Task<ActorNames> ReadAsync(ArchiveContext archive, IEnumerable<string> actors, CancellationToken cancel)
    {
        var ids = actors.Distinct().Select(AuditEntry.AccountOf).OfType<long>().ToList();
        var accounts = await archive.Accounts.Where(account => ids.Contains(account.Id)).Select(account => new { account.Id, account.Name }).ToListAsync(cancel);
        return new(accounts.ToDictionary(account => AuditEntry.ActorOf(account.Id), account => account.Name, StringComparer.Ordinal));
    }
}
