using Archive.Import.Blocks;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Posts;

/// <summary>A passage cut at its endnote marks.</summary>
internal sealed record Words(string Text, IReadOnlyList<Words.Piece> Pieces)
{
    /// <summary>Plain words, or a mark: the number of an endnote, and which of its marks this is (from 1).</summary>
    internal sealed record Piece(string Text, int? Note, int Occurrence)
    {
        /// <summary>The page lost the blank after the mark: "documents.5In".</summary>
        public bool IsGlued { get; init; }
    }

    public string? Language => ScriptLanguage.Of(Text);

    public static string Anchor(int note, int occurrence) => occurrence == 1 ? $"mark-{note}" : $"mark-{note}-{occurrence}";

    public static List<Words> WithMarks(List<string> passages, IReadOnlySet<int> numbers)
    {
        if (numbers.Count == 0)
        {
            return passages.ConvertAll(text => new Words(text, [new(text, null, 0)]));
        }
        var marks = EndnoteMarks.Find(passages, numbers);
        var seen = new Dictionary<int, int>();
        return [.. passages.Select((text, i) => new Words(text, Cut(text, marks[i], seen)))];
    }

    private static List<Piece> Cut(string text, IEnumerable<EndnoteMark> marks, Dictionary<int, int> seen)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var (start, length, number) in marks)
        {
            // A superscript needs no blank before it.
            pieces.Add(new(text[at..start].TrimEnd(), null, 0));
            at = start + length;
            pieces.Add(new(text[start..at], number, seen[number] = seen.GetValueOrDefault(number) + 1) { IsGlued = at < text.Length && char.IsLetter(text[at]) });
        }
        pieces.Add(new(text[at..], null, 0));
        return pieces;
    }
}
