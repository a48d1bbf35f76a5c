using System.Text.Encodings.Web;
using System.Text.Json;
using Archive.Import;

namespace Archive.Web.Commands;

/// <summary>What `import --json` writes: file by file what became of it, and the totals.</summary>
internal static class ImportResultJson
{
    private static readonly JsonSerializerOptions Style = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Of(ImportReport report, int? samplesRemoved, bool stopped) => JsonSerializer.Serialize(
        new
        {
            Files = report.Files.Select(file => new
            {
                file.Path,
                Outcome = JsonNamingPolicy.KebabCaseLower.ConvertName(file.Outcome.ToString()),
                file.Lines.Lines,
                Counts = Of(file.Lines),
                Posts = Of(file.Posts),
                file.Headlines,
                Problems = file.Problems.Select(problem => new { problem.Line, problem.Code, problem.Message }),
                file.Notes,
            }),
            Totals = new
            {
                Files = report.Files.Count,
                report.Lines.Lines,
                Counts = Of(report.Lines),
                Posts = Of(report.Posts),
                Problems = report.Files.Sum(file => file.Problems.Count),
            },
            report.ChangedAnything,
            SamplesRemoved = samplesRemoved,
            Stopped = stopped,
        },
        Style);

    private static object Of(LineCounts lines) => new { lines.Blank, lines.Boilerplate, lines.Post, lines.SetAside };

    private static object Of(PostCounts posts) => new { posts.Added, posts.Superseded, posts.Unchanged, posts.Shorter, posts.Removed };
}
