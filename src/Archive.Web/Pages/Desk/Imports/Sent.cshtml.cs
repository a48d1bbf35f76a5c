using Archive.Import;
using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Uploads;
using Archive.Web.Accounts.Access;
using Archive.Web.Hosting;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Desk.Imports;

/// <summary>What would become of files that were sent; then, what became of them.</summary>
internal sealed class SentModel(UploadShelf shelf, IDbContextFactory<ArchiveContext> store, FreshProof proof, IOptions<ImportOptions> options, TimeProvider clock) : DeskPage
{
    /// <summary>How long ago somebody may have proved who they are before an import, which may change any number of posts.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    [BindProperty(SupportsGet = true)]
    public string Upload { get; set; } = "";

    public IReadOnlyList<FilePreview> Files { get; private set; } = [];

    /// <summary>What was done; null before.</summary>
    public ImportReport? Done { get; private set; }

    public ImportReport Report => Done ?? new(Files.Select(file => file.Report).ToList());

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await SentAsync(cancel) is not { } sent)
        {
            return NotFound();
        }
        Files = await new ImportPreview(store, options.Value.Limits, clock).ReadAsync(sent, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!proof.Has(Me, Fresh))
        {
            return FreshProof.Demand(Request);
        }
        if (await SentAsync(cancel) is not { } sent)
        {
            return NotFound();
        }
        try
        {
            // Whoever goes away in the middle finds it done.
            Done = await HttpContext.RequestServices.SeedImporter().RunAsync(new([]) { Sent = sent, Actor = AuditEntry.ActorOf(Me.Id) }, cancellation: CancellationToken.None);
        }
        catch (StoreBusyException busy)
        {
            Error = $"{busy.Message} What was imported stays; import once more to go on.";
        }
        if (Done is null || Done.Files.Any(file => file.Outcome == FileOutcome.Unconfirmed))
        {
            Error ??= "The archive has not confirmed yet that everything is kept. Nothing is lost: import once more to ask again; nothing will appear twice.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Done = null;
            Files = await new ImportPreview(store, options.Value.Limits, clock).ReadAsync(sent, cancel);
            return Page();
        }
        await shelf.RemoveAsync(Upload, Me.Id, CancellationToken.None);
        return Page();
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        await shelf.RemoveAsync(Upload, Me.Id, cancel);
        return Redirect(Permalink.NewImport);
    }

    private async Task<IReadOnlyList<SentFile>?> SentAsync(CancellationToken cancel) =>
        (await shelf.FindAsync(Upload, Me.Id, cancel))?.Select(file => new SentFile(file.Name, file.Content)).ToList();
}
