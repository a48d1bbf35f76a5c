namespace Archive.Store;

/// <summary>Where editors look after names and links.</summary>
public static partial class Permalink
{
    public static string DeskOutlets => "/desk/outlets";

    public static string DeskOutlet(string slug) => $"{DeskOutlets}/{Segment(slug)}";

    public static string DeskCategories => "/desk/categories";

    public static string DeskCategory(string slug) => $"{DeskCategories}/{Segment(slug)}";

    public static string DeskThesaurus => "/desk/thesaurus";

    public static string DeskTopic(string slug) => $"{DeskThesaurus}/{Segment(slug)}";

    public static string NewTopic => $"{DeskThesaurus}/new";

    /// <summary>Where the titles of pasted addresses are looked up.</summary>
    /// <param name="back">The page of the list.</param>
    public static string FetchTitles(string back) => $"/desk/lists/titles?back={Uri.EscapeDataString(back)}";

    /// <summary>How checking links goes; for administrators.</summary>
    public static string LinkChecks => "/desk/admin/links";
}
