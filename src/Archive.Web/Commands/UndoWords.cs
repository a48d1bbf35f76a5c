using System.Globalization;
using Archive.Store.Undoing;

namespace Archive.Web.Commands;

/// <summary>A time as it is typed where something is to be undone since then.</summary>
internal static class UndoTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <returns>UTC; null for what is no time.</returns>
    public static DateTime? Read(string typed) =>
        DateTime.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}

/// <summary>What undoing did, in words: on the command line and in the desk.</summary>
internal static class UndoWords
{
    public static string Of(UndoStep step) => step switch
    {
        UndoStep.Removed => "moved to the trash",
        UndoStep.Restored => "says again what it said before",
        UndoStep.PutBack => "put back",
        UndoStep.Detached => "as it was, without this file",
        _ => "left",
    };

    public static string Count(int posts) => posts == 1 ? "1 post" : string.Create(CultureInfo.InvariantCulture, $"{posts} posts");
}
