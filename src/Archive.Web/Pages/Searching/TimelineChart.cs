using System.Globalization;
using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Searching;

/// <summary>A timeline as it is drawn: places across in hundredths of the width, heights in pixels, so that it fits any window without a script.</summary>
internal sealed record TimelineChart(IReadOnlyList<TimelineChart.Bar> Bars, IReadOnlyList<TimelineChart.Gap> Gaps, IReadOnlyList<TimelineChart.Label> Labels, long Most)
{
    /// <summary>Height of the highest bar.</summary>
    public const int Height = 64;

    // Labels nearer to each other would run together on a telephone.
    private const double LabelWidth = 17;

    /// <param name="Href">The search for these days; null where it would find nothing.</param>
    internal sealed record Bar(double X, double Width, double Height, string Days, long Count, bool IsCovered, string? Href)
    {
        public double Y => TimelineChart.Height - Height;

        public string Words => !IsCovered && Count == 0 ? "not covered" : SearchWords.Headlines(Count);
    }

    /// <summary>Days that nothing in the archive covers.</summary>
    internal sealed record Gap(double X, double Width);

    internal sealed record Label(double X, string Text);

    /// <param name="address">Of the search for the days from the first to the last.</param>
    public static TimelineChart Of(Timeline timeline, Func<DateOnly, DateOnly, string> address)
    {
        var each = 100.0 / Math.Max(1, timeline.Bars.Count);
        var most = timeline.Bars.Select(bar => bar.Count).DefaultIfEmpty().Max();
        List<Bar> bars = [];
        List<Gap> gaps = [];
        List<Label> labels = [];
        foreach (var bar in timeline.Bars)
        {
            var x = bars.Count * each;
            bars.Add(new(
                x, each, bar.Count == 0 ? 0 : Math.Max(2, Math.Round(Height * (double)bar.Count / most, 1)), DaysOf(bar.First, bar.Last), bar.Count, bar.IsCovered,
                bar.Count == 0 ? null : address(bar.First, bar.Last)));
            if (!bar.IsCovered && bar.Count == 0)
            {
                if (gaps.Count > 0 && bars.Count > 1 && bars[^2] is { IsCovered: false, Count: 0 })
                {
                    gaps[^1] = gaps[^1] with { Width = gaps[^1].Width + each };
                }
                else
                {
                    gaps.Add(new(x, each));
                }
            }
            if (LabelOf(timeline.Step, bar, bars.Count == 1) is { } text && (labels.Count == 0 || x - labels[^1].X >= LabelWidth) && x <= 100 - LabelWidth / 2)
            {
                labels.Add(new(x, text));
            }
        }
        return new(bars, gaps, labels, most);
    }

    /// <summary>A number as SVG reads it.</summary>
    public static string Percent(double hundredths) => hundredths.ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>"2021", "January 2021", "25–31 January 2021".</summary>
    public static string DaysOf(DateOnly first, DateOnly last) => new Period(first, last, (first, last) switch
    {
        ({ Day: 1, Month: 1 }, { Day: 31, Month: 12 }) when first.Year == last.Year => DatePrecision.Year,
        ({ Day: 1 }, _) when last.Day == DateTime.DaysInMonth(first.Year, first.Month) && (last.Year, last.Month) == (first.Year, first.Month) => DatePrecision.Month,
        _ => DatePrecision.Day,
    }).ToString();

    // Where a year begins, and on shorter timelines a month.
    private static string? LabelOf(TimelineStep step, TimelineBar bar, bool isFirst)
    {
        var day = bar.First;
        return step switch
        {
            TimelineStep.Year => Text(day, "yyyy"),
            TimelineStep.Month => day.Month == 1 || isFirst ? Text(day, day.Month == 1 ? "yyyy" : "MMM yyyy") : null,
            _ => isFirst || day.Day <= (step == TimelineStep.Week ? 7 : 1) ? Text(day, step == TimelineStep.Week || isFirst ? "d MMM yyyy" : "MMM yyyy") : null,
        };
    }

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
