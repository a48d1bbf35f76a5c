using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Import;
using Archive.Import.Lines;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.Links;
using Archive.Store.Prose;
using Archive.Web.Pages.Desk.Drafting;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>
/// Reads the form of a post. Its fields, each under its name, and then its text are its source: what readers are shown as such, and what its
/// hash is made of.
/// </summary>
internal sealed partial class PostReader : IDraftReader
{
    // Passages that the page shows in one part, and far more than anybody signs with.
    private const int MostLines = 500;

    private const int LongestTitle = 300;

    private static readonly string[] Listed = ["Signatories", "Copies", "Contact", "Endnotes"];

    public DraftKind Kind => DraftKind.Post;

    public Task<ReadyPost> ReadAsync(TypedForm form, DateOnly today, CancellationToken cancellation) => Task.FromResult(Read(form));

    public static ReadyPost Read(TypedForm form)
    {
        if (PostKindName.Parse(form["Kind"]) is not { } kind || !PostFields.Kinds.Contains(kind))
        {
            return new(null, Error: "Choose what kind of post it is.");
        }
        var said = PostFields.Of(kind).Select(field => (field, Text: Clean(form[field.Name]))).Where(pair => pair.Text.Length > 0)
            .ToDictionary(pair => pair.field.Name, pair => pair.Text, StringComparer.Ordinal);
        if (said.Count == 0)
        {
            return new(null);
        }
        if (Error(said) is { } error)
        {
            return new(null, Error: error);
        }
        var (text, roles) = Source(kind, said);
        var post = PostOf(kind, said, roles.Count);
        var seed = new ParsedSeed { Encoding = "utf-8", Layout = Layout.None, Roles = roles, Posts = [post], Problems = [] };
        return new(new(text, seed), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))));
    }

    private static string? Error(Dictionary<string, string> said)
    {
        if (said.Keys.FirstOrDefault(name => name is not ("Body" or "Addressee") && said[name].Length > 20_000 || name is "Title" or "Date" or "Place" or "Issuer" or "Author" or "Outlet" && said[name].Contains('\n')) is { } bad)
        {
            return $"{bad} is too long, or on more than one line.";
        }
        return !said.TryGetValue("Title", out var title) ? "Title: every post has one."
            : title.Length > LongestTitle ? $"Title: it has more than {LongestTitle} characters."
            : said.TryGetValue("Date", out var date) && DayOf(date) is null ? "Date: it is written as 2026-11-22, or left empty."
            : !said.TryGetValue("Body", out var body) ? "Text: there is none yet."
            : body.Length > MarkdownText.Longest ? $"Text: it has more than {MarkdownText.Longest:N0} characters."
            : Array.Find(Listed, name => LinesOf(said, name).Length > MostLines) is { } many ? $"{many}: there are more than {MostLines} lines."
            : LinesOf(said, "Endnotes").Select(NoteOf).FirstOrDefault(note => note.Refusal is not null).Refusal;
    }

    // "Title: …" and so on, a blank line, and the text; a role for each line.
    private static (string Text, List<LineRole> Roles) Source(PostKind kind, Dictionary<string, string> said)
    {
        List<(LineRole Role, string Line)> lines = [(LineRole.ReleaseMark, $"Kind: {PostKindName.Of(kind)}")];
        foreach (var field in PostFields.Of(kind).Where(field => field.Name != "Body" && said.ContainsKey(field.Name)))
        {
            lines.AddRange(LinesOf(said, field.Name).Select(line => (RoleOf(field.Name), $"{field.Name}: {line}")));
        }
        lines.Add((LineRole.Blank, ""));
        lines.AddRange(said["Body"].Split('\n').Select(line => (string.IsNullOrWhiteSpace(line) ? LineRole.Blank : LineRole.Paragraph, line)));
        return (string.Join('\n', lines.Select(line => line.Line)), lines.ConvertAll(line => line.Role));
    }

    private static LineRole RoleOf(string field) => field switch
    {
        "Title" => LineRole.Title,
        "Date" => LineRole.Date,
        "Place" => LineRole.Place,
        "Outlet" => LineRole.Outlet,
        "Addressee" => LineRole.Addressee,
        "Copies" => LineRole.Copy,
        "Standfirst" => LineRole.Standfirst,
        "Caption" => LineRole.Caption,
        "Salutation" => LineRole.Salutation,
        "SignOff" => LineRole.SignOff,
        "Signatories" => LineRole.Signatory,
        "Contact" => LineRole.Contact,
        "Endnotes" => LineRole.Endnote,
        "Categories" => LineRole.Heading,
        _ => LineRole.Credit,
    };

    private static ParsedPost PostOf(PostKind kind, Dictionary<string, string> said, int lines)
    {
        var day = DayOf(said.GetValueOrDefault("Date"));
        return new()
        {
            Kind = kind, Title = said["Title"], DateStart = day, DateEnd = day, DatePrecision = day is null ? null : DatePrecision.Day, LineFirst = 1, LineLast = lines,
            Place = said.GetValueOrDefault("Place"), Issuer = said.GetValueOrDefault("Issuer"), Author = said.GetValueOrDefault("Author"), Outlet = said.GetValueOrDefault("Outlet"),
            Addressee = said.GetValueOrDefault("Addressee"), Standfirst = said.GetValueOrDefault("Standfirst"), Caption = said.GetValueOrDefault("Caption"),
            Salutation = said.GetValueOrDefault("Salutation"), SignOff = said.GetValueOrDefault("SignOff"),
            Passages =
            [
                new(PassageRole.Markdown, said["Body"], 1, lines),
                .. LinesOf(said, "Copies").Select(line => new ParsedPassage(PassageRole.Copy, line, 1, lines)),
                .. LinesOf(said, "Contact").Select(line => new ParsedPassage(PassageRole.Contact, line, 1, lines)),
            ],
            Signatories = [.. LinesOf(said, "Signatories").Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries)).Select(parts => new ParsedSignatory(parts[0], parts is [_, { Length: > 0 } place] ? place : null))],
            Endnotes = [.. LinesOf(said, "Endnotes").Select(line => NoteOf(line).Note!)],
            Categories = [.. (said.GetValueOrDefault("Categories") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }

    // "3. The report https://example.org/report": the number, what is said, and an address at the end where there is one.
    private static (ParsedEndnote? Note, string? Refusal) NoteOf(string line)
    {
        if (Numbered().Match(line) is not { Success: true } match)
        {
            return (null, $"Endnotes: “{line}” has no number before it.");
        }
        var said = match.Groups["said"].Value.Trim();
        var last = said[(said.LastIndexOf(' ') + 1)..];
        var link = last.Contains("://", StringComparison.Ordinal) ? LinkAddress.Read(last) : null;
        if (link is { Url: null })
        {
            return (null, $"Endnotes: {link.Reason}.");
        }
        var text = link is not null && said.Length > last.Length ? said[..^last.Length].Trim() : said;
        return (new(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), text, null, null, link?.Url, 1), null);
    }

    private static string[] LinesOf(Dictionary<string, string> said, string name) =>
        (said.GetValueOrDefault(name) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // Browsers end lines in their own way.
    private static string Clean(string? typed) => StoredText.Clean((typed ?? "").ReplaceLineEndings("\n")).Trim();

    [GeneratedRegex(@"^\[?\^?(?<number>[0-9]{1,3})\]?[.):]?\s+(?<said>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
