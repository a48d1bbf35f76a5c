using Archive.Import.Blocks;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Posts;

/// <summary>A passage cut at its endnote marks.</summary>
internal sealed record Words(string Text, IReadOnlyList<Words.Piece> Pieces)
{
    /// <summary>Plain words, or a mark: the number of an endnote, and which of its marks this is (from 1).</summary>
    internal sealed record Piece(string Text, int? Note, int Occurrence);

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
            pieces.Add(new(text[at..start], null, 0));
            pieces.Add(new(text.Substring(start, length), number, seen[number] = seen.GetValueOrDefault(number) + 1));
            at = start + length;
        }
        pieces.Add(new(text[at..], null, 0));
        return pieces;
    }
}
