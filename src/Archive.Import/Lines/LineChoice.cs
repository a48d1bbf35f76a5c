using System.Globalization;
using System.Text.RegularExpressions;

namespace Archive.Import.Lines;

/// <summary>What an editor says that a line of a pasted list is, whatever it was taken for.</summary>
public enum LineChoice
{
    Headline,

    /// <summary>The title of the whole list; the first of several.</summary>
    Title,

    /// <summary>The subhead of the headlines below it.</summary>
    Section,

    /// <summary>The outlet of the headline above it; of the one below where none stands above.</summary>
    Outlet,

    /// <summary>Words that recur and carry no content.</summary>
    Boilerplate,

    /// <summary>Not to be in the digest.</summary>
    LeaveOut,
}

/// <summary>An editor's choices by line number, counted from 1. One for a line that is blank or not there changes nothing.</summary>
public sealed partial class LineChoices
{
    private static readonly Dictionary<string, LineChoice> Names = Enum.GetValues<LineChoice>().ToDictionary(NameOf, StringComparer.Ordinal);

    private readonly SortedDictionary<int, LineChoice> choices = [];

    public LineChoices(IEnumerable<KeyValuePair<int, LineChoice>> choices)
    {
        foreach (var (line, choice) in choices)
        {
            this.choices[line] = choice;
        }
    }

    public static LineChoices None { get; } = new([]);

    /// <summary>In the order of lines.</summary>
    public IEnumerable<KeyValuePair<int, LineChoice>> All => choices;

    public LineChoice? Of(int line) => choices.TryGetValue(line, out var choice) ? choice : null;

    public LineChoices With(int line, LineChoice? choice) =>
        new(choice is { } chosen ? choices.Append(KeyValuePair.Create(line, chosen)) : choices.Where(pair => pair.Key != line));

    /// <summary>Reads what <see cref="ToString"/> wrote, as a form sends it back; what is no choice is read over.</summary>
    public static LineChoices Read(string? written) => new(
        One().Matches(written ?? "").Where(match => Names.ContainsKey(match.Groups["choice"].Value))
            .Select(match => KeyValuePair.Create(int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture), Names[match.Groups["choice"].Value])));

    /// <summary>"3:headline 7:leave-out".</summary>
    public override string ToString() => string.Join(' ', choices.Select(pair => $"{pair.Key}:{NameOf(pair.Value)}"));

    /// <summary>As forms spell it: "leave-out".</summary>
    public static string NameOf(LineChoice choice) => choice == LineChoice.LeaveOut ? "leave-out" : choice.ToString().ToLowerInvariant();

    [GeneratedRegex("(?<=^| )(?<line>[0-9]{1,7}):(?<choice>[a-z-]{5,11})(?= |$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex One();
}
