using Archive.Import.Formats;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.Repeats;
using Archive.Web.Pages.Desk.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Desk.Lists;

/// <summary>A new daily link list: pasted, looked at, published. Whatever is refused, what was typed stays.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(ValueLengthLimit = LargestPaste, ValueCountLimit = MostFields, KeyLengthLimit = 100)]
internal sealed class NewModel(Drafter drafter, RepeatCheck repeats, ListReader reader) : DraftingPage(drafter)
{
    public const int LargestPaste = 1024 * 1024;

    // Forms spell a letter of another script with nine characters, and a line's choice comes with each line.
    public const int LargestForm = 12 * LargestPaste;

    public const int MostFields = 20_000;

    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>Typed by the editor; without it the list's own, or the usual one.</summary>
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    /// <summary>What is wrong with the days that were typed.</summary>
    public string? Wrong { get; private set; }

    public ListPreview? Preview { get; private set; }

    public override string Address => Permalink.NewList;

    protected override DraftKind Kind => DraftKind.List;

    protected override string DraftName =>
        !string.IsNullOrWhiteSpace(Title) ? Title : Preview?.Content.Title ?? Pasted?.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";

    /// <summary>What a script was given to paste, as lines with their links: a box takes text alone.</summary>
    public ContentResult OnPostLines(string? html) => Content(PastedHtml.TextOf(html ?? "").Text, "text/plain; charset=utf-8");

    protected override void Fill(TypedForm form) => (Pasted, Title, First, Last) = (form["Pasted"], form["Title"], form["First"], form["Last"]);

    protected override async Task<Looked> LookAsync(TypedForm form, DateOnly today)
    {
        var typed = await reader.OfAsync(form, today, HttpContext.RequestAborted);
        Error = Wrong = typed.Error;
        Preview = await ListPreview.OfAsync(typed, repeats, Drafter.Publisher, HttpContext.RequestAborted);
        return new(Preview is { CanPublish: true } && typed.Error is null ? Preview.List.Written(Preview.Content) : null, Preview?.Hash ?? "", Preview?.Foreseen);
    }
}
