using System.Globalization;
using Archive.Store.Worklists;

namespace Archive.Web.Pages.Desk.Worklists;

/// <summary>What worklists are called.</summary>
internal static class WorklistWords
{
    public static string Name(string list) => list switch
    {
        Worklist.LostLinks => "Lost links",
        Worklist.DeadLinks => "Dead links",
        Worklist.Repeats => "Possible repeats",
        Worklist.Dates => "Dates in doubt",
        Worklist.DoubtfulLines => "Doubtful lines",
        _ => "Uncovered days",
    };

    public static string What(string list) => list switch
    {
        Worklist.LostLinks => "headlines without a link, one at a time",
        Worklist.DeadLinks => "headlines whose link was found gone on several days",
        Worklist.Repeats => "the same link or the same news in two digests of one week, looked for in the newest year of the archive",
        Worklist.Dates => "digests whose date contradicts itself or could not be read",
        Worklist.DoubtfulLines => "lines of imported files that were not understood for certain",
        _ => "days between the first and the last that nothing covers",
    };

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
