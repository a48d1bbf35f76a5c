using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Web.Pages.Posts;

/// <summary>A stretch of a source as it was received, with the item's own lines among their neighbours.</summary>
internal sealed record RawView(Origin Origin, IReadOnlyList<RawView.Line> Lines, string? Earlier, string? Later)
{
    /// <summary>Lines of a post on one page.</summary>
    public const int Length = 120;

    /// <summary>Lines shown before and after the item's own.</summary>
    private const int Around = 6;

    /// <param name="IsWithheld">Of a post that was removed.</param>
    internal sealed record Line(int Number, string Text, string Role, bool Own, bool IsWithheld);

    /// <param name="from">The first of the item's own lines to show; its first line where null.</param>
    /// <param name="query">Query of another page of the same view, given the line it starts at.</param>
    /// <returns>Null where the item has no such line.</returns>
    public static async Task<RawView?> ReadAsync(ArchiveContext archive, Origin origin, int? from, Func<int, string> query, CancellationToken cancel)
    {
        var (start, last) = (from ?? origin.LineFirst, origin.LineLast);
        if (start < origin.LineFirst || start > last)
        {
            return null;
        }
        var end = Math.Min(last, start + Length - 1);
        var first = start == origin.LineFirst ? Math.Max(1, start - Around) : start;
        var final = end == last ? Math.Min(origin.LineCount, last + Around) : end;
        var lines = await SourceLines.ReadAsync(archive, origin.SourceId, first, final, cancel);
        return new(
            origin,
            [.. lines.Select(line => new Line(line.Number, Visible.Of(line.Text), line.IsWithheld ? "" : RoleWords((LineRole)line.Role), line.Number >= origin.LineFirst && line.Number <= last, line.IsWithheld))],
            start == origin.LineFirst ? null : query(Math.Max(origin.LineFirst, start - Length)),
            end == last ? null : query(end + 1));
    }

    // RepeatedTitle is shown as "repeated title".
    private static string RoleWords(LineRole role) =>
        string.Concat(role.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
