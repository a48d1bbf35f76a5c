using Archive.Store;

namespace Archive.Web.Pages.Printed;

/// <summary>What a kind of post is called on a page.</summary>
internal static class KindWords
{
    public static string Of(PostKind kind) => kind switch
    {
        PostKind.Digest => "Digest",
        PostKind.PressRelease => "Press release",
        PostKind.Statement => "Statement",
        PostKind.Article => "Article",
        PostKind.Report => "Report",
        PostKind.Letter => "Letter",
        PostKind.Brief => "Weekly brief",
        _ => "Post",
    };

    public static string Plural(PostKind kind) => Of(kind) + "s";
}
