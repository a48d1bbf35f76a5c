namespace Archive.Store;

/// <summary>The part a passage plays in a post's text.</summary>
public enum PassageRole
{
    Paragraph,
    Subhead,
    ListItem,
    /// <summary>One line of the contact block after a release: shown, never indexed.</summary>
    Contact,
    /// <summary>Somebody who receives a copy of a letter.</summary>
    Copy,
    /// <summary>The title of one item inside a brief.</summary>
    ItemTitle,
    /// <summary>A whole running text in Markdown, as an editor wrote it (decision 0014). See <see cref="Prose.MarkdownText"/>.</summary>
    Markdown,
}

/// <summary>One piece of a post's running text, in reading order: plain, unless its role is Markdown.</summary>
public sealed class Passage
{
    public long Id { get; set; }

    public long PostId { get; set; }

    /// <summary>0 upwards within the post.</summary>
    public int Position { get; set; }

    public PassageRole Role { get; set; }

    public required string Text { get; set; }
}

/// <summary>Who signs a release or letter.</summary>
public sealed class Signatory
{
    public long Id { get; set; }

    public long PostId { get; set; }

    public int Position { get; set; }

    public required string Name { get; set; }

    public string? Place { get; set; }
}

/// <summary>A numbered reference under "Sources"; without a number, an outlet that the text says it retells.</summary>
public sealed class Endnote
{
    public long Id { get; set; }

    public long PostId { get; set; }

    public int Position { get; set; }

    public int? Number { get; set; }

    public required string Text { get; set; }

    public string? OutletName { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>As printed where it is broken; otherwise absolute, http or https.</summary>
    public string? Url { get; set; }
}
