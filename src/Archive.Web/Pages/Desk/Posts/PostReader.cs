using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Import;
using Archive.Import.Dates;
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

    private const int LongestOther = 20_000;

    private static readonly string[] OnOneLine = ["Title", "Date", "Place", "Issuer", "Author", "Outlet"];

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
        if (Wrong(said) is { Count: > 0 } wrong)
        {
            var labels = PostFields.Of(kind).ToDictionary(field => field.Name, field => field.Label, StringComparer.Ordinal);
            return new(null, Error: string.Join(' ', wrong.Select(pair => $"{labels[pair.Key]}: {pair.Value}")), Wrong: wrong);
        }
        var (text, roles) = Source(kind, said);
        var post = PostOf(kind, said, roles.Count);
        var seed = new ParsedSeed { Encoding = "utf-8", Layout = Layout.None, Roles = roles, Posts = [post], Problems = [] };
        return new(new(text, seed), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))));
    }

    // By field, in the order in which they are looked at.
    private static Dictionary<string, string> Wrong(Dictionary<string, string> said)
    {
        Dictionary<string, string> wrong = new(StringComparer.Ordinal);
        foreach (var (name, text) in said.Where(pair => pair.Key != "Body"))
        {
            Refuse(name, text.Contains('\n') && OnOneLine.Contains(name), "it stands on one line.");
            Refuse(name, text.Length > LongestOther, $"it has more than {LongestOther:N0} characters.");
            Refuse(name, Listed.Contains(name) && LinesOf(said, name).Length > MostLines, $"there are more than {MostLines} lines.");
        }
        Refuse("Title", !said.TryGetValue("Title", out var title), "every post has one.");
        Refuse("Title", title?.Length > LongestTitle, $"it has more than {LongestTitle} characters.");
        Refuse("Date", TypedDate.Read(said.GetValueOrDefault("Date")).Refusal is not null, TypedDate.Read(said.GetValueOrDefault("Date")).Refusal ?? "");
        Refuse("Body", !said.TryGetValue("Body", out var body), "there is none yet.");
        Refuse("Body", body?.Length > MarkdownText.Longest, $"it has more than {MarkdownText.Longest:N0} characters.");
        var note = LinesOf(said, "Endnotes").Select(line => NoteOf(line).Refusal).FirstOrDefault(refusal => refusal is not null);
        Refuse("Endnotes", note is not null, note ?? "");
        return wrong;

        void Refuse(string field, bool isWrong, string because)
        {
            if (isWrong)
            {
                wrong.TryAdd(field, because);
            }
        }
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
        var date = TypedDate.Read(said.GetValueOrDefault("Date"));
        return new()
        {
            Kind = kind, Title = said["Title"], DateStart = date.First, DateEnd = date.Last, DatePrecision = date.Precision, LineFirst = 1, LineLast = lines,
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
            return (null, $"“{line}” has no number before it.");
        }
        var said = match.Groups["said"].Value.Trim();
        var last = said[(said.LastIndexOf(' ') + 1)..];
        var link = last.Contains("://", StringComparison.Ordinal) ? LinkAddress.Read(last) : null;
        if (link is { Url: null })
        {
            return (null, $"in “{line}”, {link.Reason}.");
        }
        var text = link is not null && said.Length > last.Length ? said[..^last.Length].Trim() : said;
        return (new(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), text, null, null, link?.Url, 1), null);
    }

    private static string[] LinesOf(Dictionary<string, string> said, string name) =>
        (said.GetValueOrDefault(name) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Browsers end lines in their own way.
    private static string Clean(string? typed) => StoredText.Clean((typed ?? "").ReplaceLineEndings("\n")).Trim();

    [GeneratedRegex(@"^\[?\^?(?<number>[0-9]{1,3})\]?[.):]?\s+(?<said>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
