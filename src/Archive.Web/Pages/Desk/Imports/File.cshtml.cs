using Archive.Import;
using Archive.Import.Lines;
using Archive.Store;
using Archive.Store.Uploads;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Desk.Imports;

/// <summary>A sent file line by line, with what each was read as.</summary>
internal sealed class FileModel(UploadShelf shelf, IDbContextFactory<ArchiveContext> store, IOptions<ImportOptions> options, TimeProvider clock) : DeskPage
{
    private const int Length = 300;

    [BindProperty(SupportsGet = true)]
    public string Upload { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The first line to show.</summary>
    [BindProperty(SupportsGet = true)]
    public int From { get; set; } = 1;

    public string Name { get; private set; } = "";

    public IReadOnlyList<ReadLine> Lines { get; private set; } = [];

    /// <summary>Titles of posts, by the line with which they begin.</summary>
    public ILookup<int, PostPreview> Begin { get; private set; } = null!;

    public ILookup<int, Problem> Problems { get; private set; } = null!;

    public int? Earlier { get; private set; }

    public int? Later { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var sent = await shelf.FindAsync(Upload, Me.Id, cancel);
        if (sent is null || Number < 1 || Number > sent.Count)
        {
            return NotFound();
        }
        var file = new SentFile(sent[Number - 1].Name, sent[Number - 1].Content);
        var reader = new ImportPreview(store, options.Value.Limits, clock);
        var all = reader.Lines(file);
        var start = Math.Clamp(From, 1, Math.Max(1, all.Count));
        Name = file.Name;
        Lines = [.. all.Skip(start - 1).Take(Length)];
        Earlier = start > 1 ? Math.Max(1, start - Length) : null;
        Later = start - 1 + Lines.Count < all.Count ? start + Length : null;
        var preview = (await reader.ReadAsync([file], cancel))[0];
        Begin = preview.Posts.ToLookup(post => post.Post.LineFirst);
        Problems = preview.Report.Problems.Where(problem => problem.Line is not null).ToLookup(problem => problem.Line!.Value);
        return Page();
    }

    public static bool IsOfPost(LineRole role) => role is not (LineRole.Blank or LineRole.Boilerplate or LineRole.SetAside);
}
