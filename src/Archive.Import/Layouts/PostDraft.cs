using Archive.Import.Blocks;

namespace Archive.Import.Layouts;

/// <summary>The lines of one post, cut from its page and not yet read. Indices are from 0.</summary>
internal sealed class PostDraft
{
    /// <summary>The title's line; null where the post has none.</summary>
    public required int? Title { get; init; }

    /// <summary>Set where the title is a digest's.</summary>
    public DigestTitle? Digest { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Of a pasted list: the number of the line that says its period.</summary>
    public int? PeriodLine { get; init; }

    /// <summary>Titles of other digests inside a pasted list, which is one digest.</summary>
    public HashSet<int> Sections { get; } = [];

    /// <summary>What follows the title, blanks and boilerplate left out.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>The "Read More" that closed it; null where the source printed the whole.</summary>
    public int? ReadMore { get; set; }

    /// <summary>"FOR IMMEDIATE RELEASE" stood above its title.</summary>
    public int? ReleaseMark { get; init; }

    /// <summary>The organisation's name, printed above the release mark.</summary>
    public string? Issuer { get; init; }

    /// <summary>What stood between the release mark and the title: date, place, contact.</summary>
    public IReadOnlyList<int> Above { get; init; } = [];

    /// <summary>A date, or "Posted on …", stood above its title.</summary>
    public int? DateAbove { get; init; }

    /// <summary>A paragraph has been seen: before that, no other title can begin.</summary>
    public bool HasProse { get; set; }

    /// <summary>Its last lines were a contact block or signatures: what follows is seldom a subhead.</summary>
    public bool HasClosed { get; set; }

    public void Add(int index, string text)
    {
        Lines.Add(index);
        HasProse |= Digest is null && Prose.IsProse(text);
        HasClosed = HasClosed ? !Prose.IsProse(text) : Digest is null && HasProse && (ContactLine.Is(text) || SignatureBlock.Opens(text));
    }
}
