using Archive.Store;
using Archive.Store.Uploads;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Desk.Imports;

/// <summary>Seed files, sent to be looked at and imported. Nothing is written to the archive here.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = MostFiles + 10)]
internal sealed class NewModel(UploadShelf shelf, IOptions<ImportOptions> options) : DeskPage
{
    /// <summary>Bytes of all files together.</summary>
    public const int LargestSum = 10 * 1024 * 1024;

    public const int MostFiles = 500;

    // What stands between the files is little.
    private const int LargestForm = LargestSum + 1024 * 1024;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public string? Error { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Error = WhyNot();
        if (Error is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        List<(string, byte[])> sent = [];
        foreach (var file in Files)
        {
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancel);
            sent.Add((NameOf(file.FileName), content.ToArray()));
        }
        return Redirect(Permalink.SentImport(await shelf.PutAsync(Me.Id, sent, cancel)));
    }

    private string? WhyNot()
    {
        if (Files.Count == 0)
        {
            return "No file was chosen.";
        }
        if (Files.Count > MostFiles)
        {
            return $"These are {Files.Count} files; at most {MostFiles} can be sent at once.";
        }
        if (Files.Find(file => file.Length > options.Value.MaxFileBytes) is { } large)
        {
            return $"{NameOf(large.FileName)} has {large.Length:N0} bytes; a file may have {options.Value.MaxFileBytes:N0}.";
        }
        return Files.Sum(file => file.Length) is > LargestSum and var sum
            ? $"These files have {sum:N0} bytes together; {LargestSum:N0} can be sent at once. Send them in parts, or have them imported on the server with “archive import”."
            : null;
    }

    // Some browsers send a path, of whatever system; and a name is shown to readers as where a post comes from.
    private static string NameOf(string sent)
    {
        var name = string.Concat(StoredText.Clean(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]).Where(c => !char.IsControl(c))).Trim();
        return name.Length is 0 ? "unnamed.txt" : name.Length <= UploadShelf.LongestName ? name : name[^UploadShelf.LongestName..];
    }
}
