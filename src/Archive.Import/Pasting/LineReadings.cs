using Archive.Import.Lines;
using Archive.Store.Links;

namespace Archive.Import.Pasting;

/// <summary>Says beside each line what it was taken for, and what is doubtful about it.</summary>
internal static class LineReadings
{
    public static IReadOnlyList<PastedLine> Of(IReadOnlyList<SeedLine> lines, ParsedSeed seed, LineChoices choices, IReadOnlyList<Problem> notes)
    {
        var problems = seed.Problems.Concat(notes).Where(problem => problem.Line is not null).ToLookup(problem => problem.Line!.Value);
        return [.. lines.Select((line, i) => new PastedLine(line.Number, line.Text, seed.Roles[i], Doubt(line.Number, line.Text, seed.Roles[i], problems[line.Number], choices), choices.Of(line.Number)))];
    }

    private static string? Doubt(int line, string text, LineRole role, IEnumerable<Problem> problems, LineChoices choices)
    {
        // What the editor left out is not in doubt.
        var said = problems.Where(problem => problem.Code != "set-aside" || choices.Of(line) != LineChoice.LeaveOut).Select(problem => problem.Message).ToList();
        if (role == LineRole.Headline && Array.Find(text.Split(' '), IsRefused) is { } address)
        {
            said.Add(LinkAddress.Read(address).Reason!);
        }
        if (role == LineRole.Paragraph)
        {
            said.Add("this reads as running text, and is not listed");
        }
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    // "intent://scan", "data:text/html,…": meant as a link, and none that is kept. "Update:" and "10:30" are words.
    private static bool IsRefused(string word) =>
        LinkAddress.Read(word) is { Refusal: LinkRefusal.Scheme } && (word.Contains("://", StringComparison.Ordinal) || Array.Exists(Schemes, scheme => word.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Schemes = ["javascript:", "vbscript:", "data:", "file:", "blob:", "about:", "tel:", "sms:", "intent:"];
}
