namespace Archive.Web.Pages.Searching;

/// <summary>What can be typed into the box, by example.</summary>
internal sealed record SearchExample(string Typed, string Words)
{
    public static IReadOnlyList<SearchExample> All { get; } =
    [
        new("uyghur congress", "All of the words, in any order. Other spellings and scripts of a word are found too, and named above the results."),
        new("\"forced labour\"", "These words beside each other, spelled exactly so: nothing is added to words in quotation marks."),
        new("china -genocide", "Without the word after the minus sign."),
        new("olympics or games", "One word or the other; brackets join: (olympics or games) beijing."),
        new("olymp*", "Every word that begins so."),
        new("after:2021-01 before:2021-02", "Published in January 2021. Dates are written 2021, 2021-01 or 2021-01-28; on:2021-01-28 finds what covers the day."),
        new("outlet:bbc", "Of an outlet. In the same way title:, place:, category:, topic: and kind: (digest, press-release, statement, article, report, letter, brief)."),
        new("is:lost", "Headlines whose link was lost in the source; is:linked has one, is:empty is a digest without headlines."),
        new("新疆", "Words of Chinese, Japanese, Korean and Tibetan are found wherever they stand, and as short as they are."),
    ];

    /// <summary>Enough to begin with.</summary>
    public static IEnumerable<SearchExample> First => All.Take(3).Append(All[5]);
}
