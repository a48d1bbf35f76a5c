using Archive.Import.Blocks;
using Archive.Import.Blocks.Mail;

namespace Archive.Import.Layouts;

/// <summary>All digest titles of a page, by line. A doubtful one counts where its series comes again, or where it opens the page.</summary>
internal static class DigestTitles
{
    public static Dictionary<int, DigestTitle> Find(Page page)
    {
        var found = new Dictionary<int, DigestTitle>();
        foreach (var index in page.Content)
        {
            var text = page.Text(index);
            if (text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && DigestTitle.Read(WithoutMarks(text)) is { } title)
            {
                found.Add(index, title);
            }
        }
        if (found.Count == 0)
        {
            return found;
        }
        var series = found.Values.CountBy(title => title.SeriesKey).ToDictionary();
        var first = page.Content[0];
        foreach (var (index, title) in found.ToList())
        {
            if (title.Strength == DigestTitleStrength.Possible && series[title.SeriesKey] < 2 && index != first)
            {
                found.Remove(index);
            }
        }
        return found;
    }

    // "## Tibet Digest: 3–5 March 2019", "**Tibet Digest** (…)"
    public static string WithoutMarks(string text) =>
        MailHeads.Subject(text) is { } subject ? subject : text[0] is '#' or '*' or '_' or '=' or '[' || text.Contains("**", StringComparison.Ordinal)
            ? text.Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Trim('#', '*', '_', '=', ' ') : text;
}
