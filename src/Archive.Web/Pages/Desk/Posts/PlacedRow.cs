using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One row among others of a form, with the place that it is to have.</summary>
internal abstract class PlacedRow
{
    /// <summary>Its place, from 0, in what was seen; null for a new one.</summary>
    public string? At { get; set; }

    /// <summary>From 1; a new one without a place comes last.</summary>
    public string? Place { get; set; }

    /// <summary>"yes" where it is to be taken out.</summary>
    public string? Out { get; set; }

    /// <summary>As <see cref="At"/>, found again in what was seen.</summary>
    [BindNever]
    public int? Index { get; set; }

    /// <summary>A new row into which nothing was typed.</summary>
    public abstract bool IsBlank { get; }

    /// <summary>All that can be typed into it, to tell whether anything was.</summary>
    protected abstract IEnumerable<string?> Fields { get; }

    public bool SaysAs(PlacedRow other) => Place == other.Place && Out == other.Out && Fields.Select(Plain).SequenceEqual(other.Fields.Select(Plain));

    // A browser ends lines in its own way, and sends an empty field for none.
    private static string Plain(string? field) => (field ?? "").ReplaceLineEndings("\n");
}

/// <summary>Rows of a form, of which it may show a part at a time.</summary>
internal static class PlacedRows
{
    /// <summary>How many there are in one part.</summary>
    public const int InPart = 300;

    /// <summary>Empty rows, for what comes new.</summary>
    public const int New = 3;

    /// <summary>The rows to show: those of a part, those of other parts that say something else than what was seen, and new ones.</summary>
    /// <param name="typed">As they were sent, each with its <see cref="PlacedRow.Index"/>.</param>
    /// <param name="count">How many there are in all.</param>
    /// <param name="row">What was seen, as a row.</param>
    /// <param name="isNew">Whether there may be new ones.</param>
    public static List<TRow> Shown<TRow>(IEnumerable<TRow> typed, int count, int part, Func<int, TRow> row, bool isNew = true)
        where TRow : PlacedRow, new()
    {
        var sent = typed.ToList();
        var known = sent.Where(one => one.Index is { } index && index < count).DistinctBy(one => one.Index).ToDictionary(one => one.Index!.Value);
        var own = Enumerable.Range((part - 1) * InPart, InPart).TakeWhile(index => index < count).ToList();
        return
        [
            .. own.Select(index => known.GetValueOrDefault(index) ?? row(index)),
            .. known.Where(pair => !own.Contains(pair.Key) && !pair.Value.SaysAs(row(pair.Key))).OrderBy(pair => pair.Key).Select(pair => pair.Value),
            .. sent.Where(one => one.Index is null && !one.IsBlank),
            .. Enumerable.Range(0, isNew ? New : 0).Select(_ => new TRow()),
        ];
    }

    /// <summary>What was seen with what was typed, in the order of the places. What no row speaks of stays as it was.</summary>
    /// <param name="read">A row, its number, and what it was; null for a new one.</param>
    /// <param name="refuse">Is told what is wrong with the place of a row.</param>
    public static List<T> InOrder<TRow, T>(IReadOnlyList<TRow> rows, IReadOnlyList<T> now, Func<TRow, int, T?, T> read, Action<int, string> refuse)
        where TRow : PlacedRow where T : class
    {
        List<(double Place, T Item)> placed = [];
        HashSet<int> spoken = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, number) = (rows[i], i);
            var at = row.Index is { } index && index < now.Count ? index : (int?)null;
            if (at is { } known && !spoken.Add(known) || row.Out == "yes" || at is null && row.IsBlank)
            {
                continue;
            }
            placed.Add((PlaceOf(row.Place, at + 1, why => refuse(number, why)), read(row, i, at is { } place ? now[place] : null)));
        }
        placed.AddRange(now.Select((item, i) => ((double)i + 1, item)).Where((_, i) => !spoken.Contains(i)));
        return [.. placed.OrderBy(one => one.Place).Select(one => one.Item)];
    }

    // Whoever goes up stands before the one whose place it takes; whoever goes down, behind it.
    private static double PlaceOf(string? typed, int? before, Action<string> refuse)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return before ?? double.MaxValue;
        }
        if (!int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1)
        {
            refuse("A place is a number from 1.");
            return before ?? double.MaxValue;
        }
        return before == place ? place : before < place ? place + 0.5 : place - 0.5;
    }
}
