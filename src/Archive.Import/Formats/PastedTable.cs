using System.Text;
using Archive.Import.Blocks;

namespace Archive.Import.Formats;

/// <summary>
/// Rows of a spreadsheet, their cells parted by tabs, as lines: title, outlet, date and address in the order in which lists print them. Which
/// column is which is said by its heading, or by what stands in it.
/// </summary>
internal static class PastedTable
{
    private const int FewestRows = 2;

    private const int LongestOutlet = 40;

    private static readonly string[][] Headings =
    [
        ["title", "titles", "headline", "headlines", "article", "story", "titre", "titel", "título", "titolo", "başlık", "заголовок", "العنوان", "标题", "タイトル"],
        ["outlet", "source", "publication", "publisher", "media", "medium", "newspaper", "site", "website", "quelle", "média", "fuente", "medio", "fonte", "kaynak", "источник", "издание", "المصدر", "来源", "媒体"],
        ["date", "published", "day", "datum", "fecha", "data", "tarih", "дата", "التاريخ", "日期"],
        ["link", "links", "url", "address", "web address", "lien", "enlace", "adresse", "bağlantı", "ссылка", "الرابط", "链接", "网址"],
        ["section", "region", "topic", "theme", "category", "thema", "rubrik", "rubrique", "sección", "раздел", "тема", "栏目"],
    ];

    private enum Column
    {
        Title,
        Outlet,
        Date,
        Link,
        Section,
        Other,
    }

    /// <summary>The text itself where it is no table.</summary>
    public static string LinesOf(string text)
    {
        if (!text.Contains('\t'))
        {
            return text;
        }
        var rows = text.ReplaceLineEndings("\n").Split('\n').Select(Cells).ToList();
        var filled = rows.FindAll(row => row.Exists(cell => cell.Length > 0));
        var table = filled.FindAll(row => row.Count(cell => cell.Length > 0) > 1);
        return table.Count < FewestRows || table.Count * 4 < filled.Count * 3 ? text : Lines(rows, table);
    }

    private static string Lines(List<List<string>> rows, List<List<string>> table)
    {
        var heading = table[0].TrueForAll(cell => cell.Length == 0 || HeadingOf(cell) is not null) ? table[0] : null;
        var columns = Columns(table.FindAll(row => row != heading), heading);
        var lines = new StringBuilder();
        var section = "";
        foreach (var row in rows.Where(row => row != heading))
        {
            if (row.Count(cell => cell.Length > 0) < 2)
            {
                lines.Append(string.Join("", row)).Append('\n');
                continue;
            }
            string Of(Column column) => string.Join(" – ", row.Where((cell, i) => cell.Length > 0 && i < columns.Count && columns[i] == column));
            if (Of(Column.Section) is { Length: > 0 } under && under != section)
            {
                lines.Append("## ").Append(section = under).Append('\n');
            }
            // "- Title – Outlet, 2021-03-03 https://…": each row is an item. A date without an outlet stands in brackets.
            var (outlet, date) = (Of(Column.Outlet), Of(Column.Date));
            var words = string.Join(" – ", new[] { Of(Column.Title), Of(Column.Other), outlet }.Where(part => part.Length > 0));
            var dated = date.Length == 0 ? words : outlet.Length == 0 ? $"{words} ({date})" : $"{words}, {date}";
            lines.Append("- ").Append(string.Join(' ', new[] { dated, Of(Column.Link) }.Where(part => part.Length > 0))).Append('\n');
        }
        return lines.ToString();
    }

    private static List<Column> Columns(List<List<string>> rows, List<string>? heading)
    {
        var columns = new List<Column>();
        for (var i = 0; i < rows.Max(row => row.Count); i++)
        {
            var cells = rows.Where(row => i < row.Count && row[i].Length > 0).Select(row => row[i]).ToList();
            columns.Add(heading is not null && i < heading.Count && HeadingOf(heading[i]) is { } said ? said
                : cells.Count > 0 && cells.TrueForAll(cell => WebAddress.Find(cell) is { Start: 0 }) ? Column.Link
                : cells.Count > 0 && cells.TrueForAll(cell => Dates.DateText.Parse(cell) is not null) ? Column.Date : Column.Other);
        }
        var others = Enumerable.Range(0, columns.Count).Where(i => columns[i] == Column.Other).OrderByDescending(Width).ToList();
        if (!columns.Contains(Column.Title) && others.Count > 0)
        {
            columns[others[0]] = Column.Title;
            others.RemoveAt(0);
        }
        if (!columns.Contains(Column.Outlet) && others is [var name] && Width(name) <= LongestOutlet)
        {
            columns[name] = Column.Outlet;
        }
        return columns;

        double Width(int column) => rows.Average(row => column < row.Count ? row[column].Length : 0);
    }

    private static Column? HeadingOf(string cell) =>
        Array.FindIndex(Headings, names => names.Contains(cell.TrimEnd(':'), StringComparer.OrdinalIgnoreCase)) is >= 0 and var column ? (Column)column : null;

    // A list's number or bullet, with a tab behind it, is no cell; a cell with quotation marks in it is quoted.
    private static List<string> Cells(string line)
    {
        var cells = line.Split('\t').Select(cell => cell.Trim()).ToList();
        if (cells is [var first, var second, ..] && (first.Length == 1 && !char.IsLetterOrDigit(first[0]) || first.Length is > 1 and <= 4 && first[^1] is '.' or ')'))
        {
            cells[0] = $"{first} {second}";
            cells.RemoveAt(1);
        }
        return cells.ConvertAll(cell => cell is ['"', .., '"'] && cell.Contains("\"\"", StringComparison.Ordinal) ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell);
    }
}
