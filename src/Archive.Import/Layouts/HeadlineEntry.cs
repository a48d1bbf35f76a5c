using Archive.Import.Blocks;

namespace Archive.Import.Layouts;

/// <summary>One line of a digest's list while the list is read: a headline, a subhead, or an outlet line in doubt.</summary>
internal sealed class HeadlineEntry(int index, HeadlineMarks marks)
{
    public int Index { get; } = index;

    public string Text { get; } = marks.Text;

    public bool Listed { get; } = marks.Listed;

    public WebAddress? Link { get; set; } = marks.Link;

    public bool Bold { get; } = marks.Bold;

    public string? OutletBelow { get; set; }

    public string? NamedBelow { get; init; }

    public bool IsSection { get; set; }

    /// <summary>An editor said what it is.</summary>
    public bool IsChosen { get; init; }
}
