namespace Archive.Store;

/// <summary>The addresses of those who sign in.</summary>
public static partial class Permalink
{
    public static string Desk => "/desk";

    public static string NewList => "/desk/lists/new";

    /// <summary>What was imported, and what can be undone of it.</summary>
    public static string Imports => "/desk/imports";

    /// <summary>Undoes what an account did.</summary>
    public static string UndoAccount => "/desk/admin/undo";

    /// <summary>A part of <see cref="Log"/>.</summary>
    public const string LogOfAccounts = "accounts";

    /// <summary>What was done, for administrators.</summary>
    /// <param name="of">A part of it; null for what was done to the archive.</param>
    /// <param name="before">Only records before this one.</param>
    public static string Log(string? of = null, long? before = null) =>
        "/desk/admin/log" + (of == LogOfAccounts ? $"?of={LogOfAccounts}" : "") + (before is null ? "" : $"{(of == LogOfAccounts ? '&' : '?')}before={before}");

    public static string NewImport => "/desk/imports/new";

    /// <summary>What would become of files that were sent.</summary>
    public static string SentImport(string token) => $"{NewImport}/{Segment(token)}";

    /// <summary>The lines of one of these files.</summary>
    /// <param name="number">From 1, in the order in which they were sent.</param>
    public static string SentFile(string token, int number) => $"{SentImport(token)}/{number}";

    /// <summary>Mends one headline.</summary>
    /// <param name="back">Where to go afterwards; null for the headline's page.</param>
    public static string CorrectHeadline(string publicId, string? back = null) => $"/desk/headlines/{Segment(publicId)}" + Returning(back);

    /// <summary>Everything that a post says, to be changed.</summary>
    public static string EditPost(long id, string? back = null) => $"/desk/posts/{id}" + Returning(back);

    /// <summary>What was changed in a post, by whom and why.</summary>
    public static string PostHistory(long id) => $"/desk/posts/{id}/history";

    /// <summary>Where changes of a post are undone in spite of later ones.</summary>
    /// <param name="first">Number of the first change.</param>
    /// <param name="last">Number of the last.</param>
    public static string UndoChanges(long id, int first, int last) => $"/desk/posts/{id}/undo?first={first}&last={last}";

    /// <summary>What was removed, and can be put back.</summary>
    public static string Trash => "/desk/trash";

    /// <summary>Into the trash, or withdrawn for good.</summary>
    /// <param name="id">The post's row.</param>
    public static string Remove(long id) => $"/desk/posts/{id}/remove";

    /// <summary>Where a post is made one with another.</summary>
    /// <param name="with">The other, by its address or row; null where it is still to be chosen.</param>
    public static string Merge(long id, string? with = null) => $"/desk/posts/{id}/merge" + (with is null ? "" : $"?with={Uri.EscapeDataString(with)}");

    /// <summary>What is being written, by all editors.</summary>
    public static string Drafts => "/desk/drafts";

    public static string DraftList(string key) => $"{NewList}?draft={key}";

    public static string NewPost => "/desk/posts/new";

    public static string DraftPost(string key) => $"{NewPost}?draft={key}";

    public static string OwnAccount => "/account";

    /// <summary>A new password with its second factor.</summary>
    public static string NewPassword => "/account/password";

    public static string SignOut => "/account/sign-out";

    public static string SetUp(string token) => $"/account/set-up/{Segment(token)}";

    /// <param name="back">Where to go afterwards; null for the desk.</param>
    public static string SignIn(string? back = null) => "/account/sign-in" + Returning(back);

    /// <summary>Where a session proves its second factor once more.</summary>
    public static string Prove(string back) => "/account/prove" + Returning(back);

    private static string Returning(string? back) => string.IsNullOrEmpty(back) ? "" : $"?return={Uri.EscapeDataString(back)}";
}
