using System.Text.Encodings.Web;
using System.Text.Json;
using Archive.Import.Files;
using Archive.Import.Matching;
using Archive.Import.Writing;

namespace Archive.Import;

/// <summary>The document of <c>--dry-run --json</c>, written as the files are read: never more than one is held.</summary>
internal sealed class DryRunJson : IAsyncDisposable
{
    private readonly Utf8JsonWriter json;

    public DryRunJson(Stream output)
    {
        // A terminal is no page of HTML: "ü" and "–" stay as they are.
        json = new(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("files");
    }

    public ValueTask DisposeAsync() => json.DisposeAsync();

    public async Task WriteAsync(FoundFile found, SeedFile? read, ReadSeed? seed, IReadOnlyList<Matched> matches, FileReport report, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteString("path", found.Path);
        json.WriteString("sha256", read?.Sha256);
        json.WriteNumber("bytes", read?.Bytes.Length ?? found.Length);
        json.WriteString("encoding", seed?.Parsed.Encoding);
        json.WriteNumber("lines", report.Lines.Lines);
        json.WriteString("layout", seed is null ? null : Names.Of(seed.Parsed.Layout));
        WriteCounts(report.Lines);
        json.WriteStartArray("roles");
        for (var line = 0; line < report.Lines.Lines; line++)
        {
            json.WriteStringValue(Names.Of(seed!.RoleOf(line)));
        }
        json.WriteEndArray();
        json.WriteStartArray("posts");
        foreach (var match in matches)
        {
            PostJson.Write(json, seed!.Parsed.Posts[match.Index], match);
        }
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in report.Problems)
        {
            WriteProblem(problem);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    public async Task WriteTotalsAsync(IReadOnlyList<FileReport> files, KnownPosts distinct, CancellationToken cancellation)
    {
        json.WriteEndArray();
        json.WriteStartObject("totals");
        json.WriteNumber("files", files.Count);
        json.WriteNumber("lines", files.Sum(file => file.Lines.Lines));
        json.WriteNumber("posts", files.Sum(file => file.Posts.Posts));
        json.WriteNumber("distinctPosts", distinct.All.Count());
        json.WriteNumber("headlines", distinct.All.Sum(post => post.Shown?.HeadlineCount ?? 0));
        json.WriteNumber("problems", files.Sum(file => file.Problems.Count));
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private void WriteCounts(LineCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("blank", counts.Blank);
        json.WriteNumber("boilerplate", counts.Boilerplate);
        json.WriteNumber("post", counts.Post);
        json.WriteNumber("setAside", counts.SetAside);
        json.WriteEndObject();
    }

    private void WriteProblem(Problem problem)
    {
        json.WriteStartObject();
        if (problem.Line is { } line)
        {
            json.WriteNumber("line", line);
        }
        else
        {
            json.WriteNull("line");
        }
        json.WriteString("code", problem.Code);
        json.WriteString("message", problem.Message);
        json.WriteEndObject();
    }
}
