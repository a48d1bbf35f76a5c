using Archive.Store.Copying;

namespace Archive.Web.Commands;

/// <summary>How far a copy has come: a line a table where there is no terminal.</summary>
internal static class CopyProgressDisplay
{
    public static Task<TResult> ShowAsync<TResult>(Func<IProgress<CopyProgress>, Task<TResult>> run) =>
        StatusDisplay.ShowAsync("Copying", Said, value => value.Done ? Said(value) : null, run);

    private static string Said(CopyProgress value) => $"{value.Table}: {value.Rows} rows";
}
