using Archive.Import.Pasting;

namespace Archive.Web.Fetching.Titles;

/// <summary>A pasted list with titles put before the addresses that had none, each on the address's own line: no line gets another number.</summary>
internal static class TitledText
{
    /// <summary>The headlines of a list that are an address and nothing else.</summary>
    public static IEnumerable<PastedHeadline> Bare(PastedList list) =>
        list.Headlines.Where(headline => headline.Link is { Url: { } url } && headline.Text == url && url.StartsWith("http", StringComparison.Ordinal));

    public static string Of(PastedList list, IEnumerable<(PastedHeadline Headline, string Title)> titles)
    {
        var lines = list.Text.ReplaceLineEndings("\n").Split('\n');
        foreach (var (headline, title) in titles)
        {
            if (headline.Line > lines.Length)
            {
                continue;
            }
            var line = lines[headline.Line - 1];
            if (line.IndexOf(headline.Link!.Raw, StringComparison.Ordinal) is >= 0 and var at && !(at > 0 && line[at - 1] is '[' or '('))
            {
                lines[headline.Line - 1] = line.Insert(at > 0 && line[at - 1] == '<' ? at - 1 : at, title + " ");
            }
        }
        return string.Join('\n', lines);
    }
}
