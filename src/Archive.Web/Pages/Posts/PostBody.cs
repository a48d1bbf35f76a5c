using Archive.Store;
using Archive.Store.Links.Checking;
using Archive.Web.Pages.Listing;
using Archive.Web.Pages.Printed;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Posts;

/// <summary>One part of a post's running text, its headlines, signatories and endnotes: what the page shows and no more.</summary>
internal sealed record PostBody
{
    /// <summary>Headlines, passages, signatories and endnotes, each, in one part.</summary>
    public const int PartLength = 500;

    public required IReadOnlyList<HeadlineLine> Headlines { get; init; }

    /// <summary>Which of their links are dead.</summary>
    public required DeadLinks Dead { get; init; }

    /// <summary>Passages of one role that follow each other.</summary>
    public required IReadOnlyList<Run> Runs { get; init; }

    public required IReadOnlyList<Signer> Signers { get; init; }

    public required IReadOnlyList<Note> Notes { get; init; }

    internal sealed record Run(PassageRole Role, IReadOnlyList<Words> Texts);

    internal sealed record Signer(string Name, string? Place);

    internal sealed record Note(int? Number, string Text, string? Outlet, DateOnly? Date, string? Url);

    /// <summary>Subheads that end the running text: they are the printed headings of the signatories and endnotes that follow.</summary>
    public IReadOnlyList<Words> Closing =>
        Runs.LastOrDefault(run => run.Role is not (PassageRole.Contact or PassageRole.Copy)) is { Role: PassageRole.Subhead } last && last.Texts.Count <= Following ? last.Texts : [];

    private int Following => (Signers.Count > 0 ? 1 : 0) + (Notes.Any(note => note.Number is not null) ? 1 : 0);

    /// <summary>Numbers of the endnotes that marks in the text can lead to.</summary>
    public IReadOnlySet<int> NoteNumbers => Notes.Where(note => note.Number is not null).Select(note => note.Number!.Value).ToHashSet();

    public IEnumerable<Words> Of(PassageRole role) => Runs.Where(run => run.Role == role).SelectMany(run => run.Texts);

    /// <summary>Headlines under the subheads of their digest, in printed order.</summary>
    public IEnumerable<(string? Section, List<HeadlineLine> Headlines)> Sections
    {
        get
        {
            var sections = new List<(string? Section, List<HeadlineLine> Headlines)>();
            foreach (var headline in Headlines)
            {
                if (sections.Count == 0 || sections[^1].Section != headline.Section)
                {
                    sections.Add((headline.Section, []));
                }
                sections[^1].Headlines.Add(headline);
            }
            return sections;
        }
    }

    public static async Task<PostBody> ReadAsync(ArchiveContext archive, long postId, int part, CancellationToken cancel)
    {
        var from = (part - 1) * PartLength;
        var passages = await archive.Passages.Stretch(postId, from, PartLength)
            .Select(passage => new { passage.Role, passage.Text }).ToListAsync(cancel);
        var notes = await archive.Endnotes.Stretch(postId, from, PartLength)
            .Select(note => new Note(note.Number, note.Text, note.OutletName, note.Date, note.Url)).ToListAsync(cancel);
        var numbers = notes.Where(note => note.Number is not null).Select(note => note.Number!.Value).ToHashSet();
        var words = Words.WithMarks(passages.ConvertAll(passage => passage.Role == PassageRole.Markdown ? "" : passage.Text), numbers);
        var headlines = await archive.Headlines.InPosts([postId]).Stretch(from, PartLength).InPrintedOrder().Select(HeadlineLine.From).ToListAsync(cancel);
        return new()
        {
            Headlines = headlines,
            Dead = await DeadLinks.AmongAsync(archive, headlines.Select(headline => (headline.UrlKey, headline.Url)), cancel),
            Signers = await archive.Signatories.Stretch(postId, from, PartLength)
                .Select(one => new Signer(one.Name, one.Place)).ToListAsync(cancel),
            Notes = notes,
            Runs = InRuns(passages.Select((passage, i) => (passage.Role, passage.Role == PassageRole.Markdown ? MarkdownHtml.MarksOf(passage.Text, numbers) : words[i]))),
        };
    }

    private static List<Run> InRuns(IEnumerable<(PassageRole Role, Words Words)> passages)
    {
        var runs = new List<Run>();
        List<Words> texts = [];
        foreach (var (role, words) in passages)
        {
            if (runs.Count == 0 || runs[^1].Role != role)
            {
                runs.Add(new(role, texts = []));
            }
            texts.Add(words);
        }
        return runs;
    }
}
