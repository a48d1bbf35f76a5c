using System.Text.RegularExpressions;
using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Admin;

/// <summary>The audit as administrators read it: who did what, and when. Of the archive, or of accounts.</summary>
internal sealed partial class LogModel(IDbContextFactory<ArchiveContext> store) : DeskPage
{
    private const int PageSize = 50;

    /// <summary>Only records before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>"accounts" for what was done to accounts; otherwise what was done to the archive.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public bool OfAccounts => Of == Permalink.LogOfAccounts;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <param name="Id">The record's number.</param>
    /// <param name="By">Who did it.</param>
    /// <param name="What">After who did it.</param>
    /// <param name="Subject">What it was done to or with; null where the sentence says it.</param>
    internal sealed record Row(long Id, DateTime At, string By, string What, string? Subject = null, string? Reason = null, int Posts = 0);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var archive = await store.CreateDbContextAsync(cancel);
        var rows = OfAccounts ? await AccountsAsync(archive, cancel) : await ArchiveAsync(archive, cancel);
        HasMore = rows.Count > PageSize;
        Rows = [.. rows.Take(PageSize)];
    }

    private async Task<List<Row>> ArchiveAsync(ArchiveContext archive, CancellationToken cancel)
    {
        var records = await archive.AuditRecords.AsNoTracking().Where(record => Before == null || record.Id < Before).OrderByDescending(record => record.Id).Take(PageSize + 1).ToListAsync(cancel);
        var names = await ActorNames.ReadAsync(archive, records.Select(record => record.Actor), cancel);
        return records.ConvertAll(record => new Row(record.Id, record.At, Who(names, record.Actor), record.Action, Hash().Replace(record.Subject ?? "", "${start}…") is { Length: > 0 } subject ? subject : null, record.Reason, record.PostCount));
    }

    private async Task<List<Row>> AccountsAsync(ArchiveContext archive, CancellationToken cancel)
    {
        var records = await archive.AccountRecords.AsNoTracking().Where(record => Before == null || record.Id < Before).OrderByDescending(record => record.Id).Take(PageSize + 1).ToListAsync(cancel);
        var names = await ActorNames.ReadAsync(archive, records.SelectMany(record => new[] { record.Actor, AuditEntry.ActorOf(record.AccountId) }), cancel);
        return records.ConvertAll(record => new Row(record.Id, record.At, Who(names, record.Actor), AccountSentence.Of(record, Apart(names.Of(AuditEntry.ActorOf(record.AccountId))))));
    }

    // At the beginning of a sentence; an account's name stays as it is.
    private static string Who(ActorNames names, string actor) => names.Of(actor) is var name && AuditEntry.IsAccount(actor) ? name : char.ToUpperInvariant(name[0]) + name[1..];

    // Of a file's SHA-256 as much as anybody compares.
    [GeneratedRegex(@"\b(?<start>[0-9a-f]{12})[0-9a-f]{52}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    // Whatever script a name is in, the sentence around it keeps its order.
    private static string Apart(string name) => $"\u2068{name}\u2069";
}
