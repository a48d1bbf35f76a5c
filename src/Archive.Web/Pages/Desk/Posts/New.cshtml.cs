using Archive.Import;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.Prose;
using Archive.Web.Pages.Desk.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>A press release, statement, letter, article, report or brief: written in Markdown, looked at, published.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(ValueLengthLimit = MarkdownText.Longest * 4, KeyLengthLimit = 100)]
internal sealed class NewModel(Drafter drafter) : DraftingPage(drafter)
{
    // Forms spell a letter of another script with nine characters.
    private const int LargestForm = 12 * MarkdownText.Longest;

    private TypedForm typed = new([]);

    /// <summary>Null until it is chosen.</summary>
    public PostKind? Chosen => PostKindName.Parse(typed["Kind"]) is { } kind && PostFields.Kinds.Contains(kind) ? kind : null;

    /// <summary>As it would stand on its page; null where it cannot be published yet.</summary>
    public ParsedPost? Preview { get; private set; }

    /// <summary>What is wrong with a field, by its name.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public string Hash { get; private set; } = "";

    public Looked? Looked { get; private set; }

    public override string Address => Permalink.NewPost;

    protected override DraftKind Kind => DraftKind.Post;

    protected override string DraftName => typed["Title"] ?? typed["Body"]?.Split('\n')[0] ?? "";

    public string? this[string field] => typed[field];

    protected override void Fill(TypedForm form) => typed = form;

    protected override void Begin()
    {
        if (Request.Query["kind"] is { Count: 1 } kind)
        {
            typed = new([KeyValuePair.Create("Kind", kind.ToString())]);
        }
    }

    protected override async Task<Looked> LookAsync(TypedForm form, DateOnly today)
    {
        var ready = PostReader.Read(form);
        (Error, Wrong) = (ready.Wrong is null ? ready.Error : "It cannot be published yet. Please look at the fields below.", ready.Wrong ?? Wrong);
        if (ready.Post is not { } post)
        {
            return new(null, "", null);
        }
        (Preview, Hash) = (post.Post, ready.Hash);
        var foreseen = await Drafter.Publisher.ForeseeAsync(post, HttpContext.RequestAborted);
        var canPublish = foreseen.Outcome is Archive.Import.Publishing.PublishOutcome.Published or Archive.Import.Publishing.PublishOutcome.Replaced;
        return Looked = new(canPublish ? post : null, ready.Hash, foreseen);
    }
}
