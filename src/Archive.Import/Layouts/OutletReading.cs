using Archive.Import.Blocks;

namespace Archive.Import.Layouts;

/// <summary>Which names at the edges of a digest's headlines are outlets: a date follows, the name is known, or most lines have one there.</summary>
internal static class OutletReading
{
    private const int FewestForMost = 3;

    /// <returns>For each headline its text without the outlet that was read, and that outlet.</returns>
    public static IReadOnlyList<(string Text, string? Outlet)> Decide(Page page, IReadOnlyList<string> texts)
    {
        var marks = new OutletMark[texts.Count];
        Span<int> count = stackalloc int[Enum.GetValues<OutletStyle>().Length];
        for (var i = 0; i < texts.Count; i++)
        {
            marks[i] = texts[i].Length < 6 ? default : OutletMark.Read(texts[i], page.Outlets);
            count[(int)marks[i].Style]++;
            if (marks[i].Dated)
            {
                page.Outlets.Add(marks[i].Name);
            }
        }
        var most = OutletStyle.None;
        foreach (var style in (ReadOnlySpan<OutletStyle>)[OutletStyle.DashTail, OutletStyle.PipeTail, OutletStyle.BracketTail, OutletStyle.ColonHead])
        {
            most = texts.Count >= FewestForMost && count[(int)style] * 2 > texts.Count ? style : most;
        }
        var read = new (string, string?)[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var mark = marks[i];
            var isOutlet = mark.Style != OutletStyle.None && mark.Title.Length > 2 && (mark.Dated || mark.Style == most || page.Outlets.Knows(mark.Name));
            read[i] = isOutlet ? (mark.Title, mark.Name) : (texts[i], null);
        }
        return read;
    }
}
