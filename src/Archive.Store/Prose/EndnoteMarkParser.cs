using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Archive.Store.Prose;

/// <summary>The mark of an endnote in the text.</summary>
public sealed class EndnoteMark : LeafInline
{
    public required int Number { get; init; }
}

/// <summary>"[^12]": up to three digits.</summary>
internal sealed class EndnoteMarkParser : InlineParser
{
    public EndnoteMarkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text.Length < 4 || text[1] != '^' || text[..Math.Min(text.Length, 6)].IndexOf(']') is not (>= 3 and var end)
            || !int.TryParse(text[2..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }
        processor.Inline = new EndnoteMark { Number = number };
        slice.Start += end + 1;
        return true;
    }
}
