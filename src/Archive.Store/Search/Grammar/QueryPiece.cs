namespace Archive.Store.Search.Grammar;

/// <summary>What a piece of a search is.</summary>
internal enum PieceKind
{
    /// <summary>The search has ended.</summary>
    End,

    /// <summary>A word, a quotation, or a field with its value.</summary>
    Words,

    /// <summary>What follows must not match.</summary>
    Not,

    Or,

    Open,

    Close,

    /// <summary>Something that was not understood, and has been noted: an operator before it has nothing to work on.</summary>
    Nothing,
}

/// <summary>A piece of a search.</summary>
/// <param name="Text">As typed; of a quotation or a field what stands inside.</param>
/// <param name="Start">Where that begins in the search.</param>
/// <param name="Field">Folded, null where there is none.</param>
/// <param name="IsPrefix">Ended by a star.</param>
internal readonly record struct QueryPiece(PieceKind Kind, string Text = "", int Start = 0, string? Field = null, bool IsQuoted = false, bool IsPrefix = false);
