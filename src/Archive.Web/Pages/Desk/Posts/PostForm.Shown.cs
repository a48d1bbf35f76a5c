using System.Globalization;
using Archive.Store;
using Archive.Store.History;

namespace Archive.Web.Pages.Desk.Posts;

// Which rows a form has. It shows a long post in parts, and beside each part whatever was typed in others.
internal sealed partial class PostForm
{
    public static PostForm Of(PostSnapshot post, int part) => Of(post, post, part);

    /// <summary>A form in which one state was made another.</summary>
    /// <param name="seen">What its rows are changes of.</param>
    public static PostForm Of(PostSnapshot seen, PostSnapshot wanted, int part)
    {
        var form = new PostForm
        {
            Kind = wanted.Kind, Title = wanted.Title, Date = DateOf(wanted), Texts = PostText.All.ToDictionary(text => text.Name, text => text.Of(wanted)), Excerpt = wanted.IsExcerpt ? "yes" : null,
            Categories = string.Join('\n', wanted.Categories), Signatories = string.Join('\n', wanted.Signatories.Select(Line)),
            Headlines = HeadlinesOf(seen, wanted), Passages = Aligned(seen.Passages, wanted.Passages, PieceRow.Of), Endnotes = Aligned(seen.Endnotes, wanted.Endnotes, EndnoteRow.Of),
        };
        form.Show(seen, part);
        return form;
    }

    /// <summary>In how many parts a form shows it.</summary>
    public static int PartsOf(PostSnapshot post) =>
        Math.Max(1, (Math.Max(post.Headlines.Count, Math.Max(post.Passages.Count, post.Endnotes.Count)) + PlacedRows.InPart - 1) / PlacedRows.InPart);

    /// <summary>How many rows there are of the kind that has most.</summary>
    public int MostRows => Math.Max(Headlines.Count, Math.Max(Passages.Count, Endnotes.Count));

    /// <summary>Arranges the rows: those of one part, what was typed in others, and empty ones.</summary>
    public void Show(PostSnapshot seen, int part)
    {
        var isDigest = seen.Kind == PostKindName.Of(PostKind.Digest);
        var ids = Indices(seen);
        Headlines.ForEach(row => row.Index = row.Id is { } id && ids.TryGetValue(id, out var at) ? at : null);
        Passages.ForEach(row => row.Index = IndexOf(row.At));
        Endnotes.ForEach(row => row.Index = IndexOf(row.At));
        Headlines = PlacedRows.Shown(Headlines, seen.Headlines.Count, part, i => HeadlineRow.Of(seen.Headlines[i], i), isDigest || seen.Headlines.Count > 0);
        Passages = PlacedRows.Shown(Passages, seen.Passages.Count, part, i => PieceRow.Of(seen.Passages[i], i));
        Endnotes = PlacedRows.Shown(Endnotes, seen.Endnotes.Count, part, i => EndnoteRow.Of(seen.Endnotes[i], i), !isDigest || seen.Endnotes.Count > 0);
    }

    private static List<HeadlineRow> HeadlinesOf(PostSnapshot seen, PostSnapshot wanted)
    {
        var ids = Indices(seen);
        int? At(HeadlineSnapshot headline) => ids.TryGetValue(headline.Id, out var at) ? at : null;
        var kept = wanted.Headlines.Select(At).OfType<int>().ToList();
        var isInOrder = kept.SequenceEqual(kept.Order());
        var stays = kept.ToHashSet();
        List<HeadlineRow> rows = [];
        for (var i = 0; i < wanted.Headlines.Count; i++)
        {
            var row = HeadlineRow.Of(wanted.Headlines[i], At(wanted.Headlines[i]) ?? i);
            // A new one stands before the next of those that were seen; where these were moved, every place is said.
            var place = !isInOrder ? i : At(wanted.Headlines[i]) ?? wanted.Headlines.Skip(i).Select(At).FirstOrDefault(at => at is not null);
            row.Place = place is { } at ? (at + 1).ToString(CultureInfo.InvariantCulture) : null;
            rows.Add(row);
        }
        foreach (var (headline, i) in seen.Headlines.Select((headline, i) => (headline, i)).Where(pair => !stays.Contains(pair.i)))
        {
            var gone = HeadlineRow.Of(headline, i);
            gone.Out = "yes";
            rows.Add(gone);
        }
        return rows;
    }

    // The first as the first, and so on; what is beyond is new, or goes.
    private static List<TRow> Aligned<TRow, T>(IReadOnlyList<T> seen, IReadOnlyList<T> wanted, Func<T, int, TRow> of)
        where TRow : PlacedRow
    {
        List<TRow> rows = [];
        for (var i = 0; i < Math.Max(seen.Count, wanted.Count); i++)
        {
            var row = of(i < wanted.Count ? wanted[i] : seen[i], i);
            row.Out = i < wanted.Count ? null : "yes";
            (row.At, row.Place) = i < seen.Count ? (row.At, row.Place) : (null, null);
            rows.Add(row);
        }
        return rows;
    }

    private static Dictionary<string, int> Indices(PostSnapshot seen) =>
        seen.Headlines.Select((headline, i) => (headline.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);

    private static int? IndexOf(string? at) => int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
