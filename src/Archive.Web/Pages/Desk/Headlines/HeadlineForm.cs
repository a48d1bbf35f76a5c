using Archive.Store;
using Archive.Store.History;
using Archive.Store.Links;

namespace Archive.Web.Pages.Desk.Headlines;

/// <summary>One headline as it is typed.</summary>
internal sealed class HeadlineForm
{
    public const int LongestText = 2000;

    public const int LongestName = 200;

    public string? Text { get; set; }

    public string? Link { get; set; }

    public string? Outlet { get; set; }

    public string? Section { get; set; }

    public static HeadlineForm Of(HeadlineSnapshot headline) => new() { Text = headline.Text, Link = headline.Url, Outlet = headline.Outlet, Section = headline.Section };

    /// <summary>What the headline is to say; tells beside it what cannot be kept, by field.</summary>
    /// <param name="now">As it is; null for a new one.</param>
    public HeadlineSnapshot Read(HeadlineSnapshot? now, Action<string, string> refuse)
    {
        var (text, typed, outlet, section) = (Line(Text), Line(Link), Line(Outlet), Line(Section));
        if (text is null)
        {
            refuse(nameof(Text), "A headline needs words.");
        }
        else if (text.Length > LongestText)
        {
            refuse(nameof(Text), $"A headline has at most {LongestText} characters.");
        }
        if (outlet?.Length > LongestName || section?.Length > LongestName)
        {
            refuse(outlet?.Length > LongestName ? nameof(Outlet) : nameof(Section), $"A name has at most {LongestName} characters.");
        }
        // What came broken from its source stays as it is while nobody mends it.
        var isAsBefore = typed == now?.Url;
        var link = typed is null || isAsBefore ? null : LinkAddress.Read(typed);
        if (link?.Reason is { } reason)
        {
            refuse(nameof(Link), $"This link cannot be kept: {reason}.");
        }
        var url = isAsBefore ? now?.Url : link?.Url;
        return new(now?.Id ?? "", text ?? "", url, isAsBefore || url == now?.Url ? now?.PrintedUrl : url == typed ? null : typed, outlet, section);
    }

    /// <summary>What an empty field sends is nothing.</summary>
    public static string? Given(string? field) => string.IsNullOrEmpty(field) ? null : field;

    // One line, without what no database keeps.
    private static string? Line(string? typed)
    {
        var line = StoredText.Clean(typed ?? "").ReplaceLineEndings(" ").Trim();
        return line.Length == 0 ? null : line;
    }
}
