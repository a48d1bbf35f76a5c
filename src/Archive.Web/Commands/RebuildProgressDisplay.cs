using System.Globalization;
using Archive.Store.Search.Index;

namespace Archive.Web.Commands;

/// <summary>How far indexing has come: a line a year where there is no terminal.</summary>
internal static class RebuildProgressDisplay
{
    public static Task<TResult> ShowAsync<TResult>(Func<IProgress<RebuildProgress>, Task<TResult>> run) =>
        StatusDisplay.ShowAsync("Indexing", Said, value => value.Month is not null && value.Done % 12 == 0 ? Said(value) : null, run);

    private static string Said(RebuildProgress value) => string.Create(CultureInfo.InvariantCulture, $"Indexing {value.Month}: {value.Done} of {value.Of} months");
}
