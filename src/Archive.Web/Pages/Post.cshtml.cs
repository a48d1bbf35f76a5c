using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages;

/// <summary>One post, with a face that suits its kind. Very long ones come in parts.</summary>
internal sealed partial class PostModel(ArchiveContext archive) : ReadingPage
{
    /// <summary>Headlines, passages, signatories and endnotes, each, in one part.</summary>
    public const int PartLength = 500;

    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    public Detail Post { get; private set; } = null!;

    public ILookup<long, HeadlineLine> Headlines { get; private set; } = null!;

    public Neighbours Neighbours { get; private set; } = null!;

    public int Parts => Math.Max(1, (Math.Max(Post.HeadlineCount, Math.Max(Post.PassageCount, Post.SignatoryCount)) + PartLength - 1) / PartLength);

    public async Task<IActionResult> OnGetAsync(DateAddress address, CancellationToken cancel)
    {
        if (address.Slug is null || !address.IsDate || Part < 1
            || await archive.Posts.At(address.Day, address.Slug).AsSplitQuery().Select(From).FirstOrDefaultAsync(cancel) is not { } post)
        {
            return NotFound();
        }
        Post = post;
        if (Part > Parts)
        {
            return NotFound();
        }
        var from = (Part - 1) * PartLength;
        var passages = await archive.Passages.Stretch(post.Id, from, PartLength).Select(passage => new Text(passage.Role, passage.Text)).ToListAsync(cancel);
        var signatories = await archive.Signatories.Stretch(post.Id, from, PartLength).Select(one => new Signer(one.Name, one.Place)).ToListAsync(cancel);
        var endnotes = await archive.Endnotes.Stretch(post.Id, from, PartLength).Select(one => new Note(one.Number, one.Text, one.OutletName, one.Date, one.Url)).ToListAsync(cancel);
        return At(Permalink.Post(post.Last, post.Slug, post.Ordinal));
    }
}
