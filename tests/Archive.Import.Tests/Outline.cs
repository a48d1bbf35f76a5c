using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Tests;

/// <summary>
/// What the parser made of a seed, as lines that a person can read and a diff can compare. A post is "kind: title" at the margin, its
/// fields are indented beneath it, and a value that is absent is the word "none".
/// </summary>
internal static class Outline
{
    /// <summary>Everything that is not absent.</summary>
    public static IReadOnlyList<string> Of(ParsedSeed seed) => Of(seed, OutlineRequest.Everything);

    /// <summary>What a sample asks for, absent values included.</summary>
    public static IReadOnlyList<string> Of(ParsedSeed seed, OutlineRequest request)
    {
        List<string> lines = [];
        Add(lines, "encoding", [seed.Encoding], request.Wants("encoding"), request.All);
        Add(lines, "layout", [seed.Layout == Layout.None ? null : KebabCase(seed.Layout.ToString())], request.Wants("layout"), request.All);
        if (request.WantsPosts)
            for (var i = 0; i < seed.Posts.Count; i++)
                AddPost(lines, seed.Posts[i], i, request);
        Add(lines, "problem", seed.Problems.Select(p => p.Line is { } line ? $"{p.Code} @{line}" : p.Code), request.Wants("problem"), request.All);
        Add(lines, "roles", [Roles(seed.Roles)], request.Wants("roles"), request.All);
        return lines;
    }

    /// <summary>"title headline×3 boilerplate": blanks left out, for they are blank or the accounting fails.</summary>
    internal static string Roles(IEnumerable<LineRole> roles)
    {
        List<(LineRole Role, int Count)> runs = [];
        foreach (var role in roles.Where(role => role != LineRole.Blank))
            if (runs.Count > 0 && runs[^1].Role == role) runs[^1] = (role, runs[^1].Count + 1);
            else runs.Add((role, 1));
        return string.Join(' ', runs.Select(run => KebabCase(run.Role.ToString()) + (run.Count > 1 ? $"×{run.Count}" : "")));
    }

    private static void AddPost(List<string> lines, ParsedPost post, int index, OutlineRequest request)
    {
        lines.Add($"{PostKindName.Of(post.Kind)}: {post.Title}");
        foreach (var (name, values) in Fields(post))
            Add(lines, "  " + name, values, request.Wants(index, name), request.All);
    }

    private static IEnumerable<(string Name, IEnumerable<string?> Values)> Fields(ParsedPost post) =>
    [
        ("inferred", [post.TitleInferred ? "yes" : null]),
        ("series", [post.Series]),
        ("date", [Date(post)]),
        ("precision", [post.DatePrecision is null or DatePrecision.Day ? null : KebabCase(post.DatePrecision.Value.ToString())]),
        ("place", [post.Place]),
        ("outlet", [post.Outlet]),
        ("issuer", [post.Issuer]),
        ("author", [post.Author]),
        ("agency", [post.Agency]),
        ("addressee", [post.Addressee]),
        ("category", post.Categories),
        ("standfirst", [post.Standfirst]),
        ("caption", [post.Caption]),
        ("credit", [post.Credit]),
        ("excerpt", [post.IsExcerpt ? "yes" : null]),
        ("span", [$"{post.LineFirst}-{post.LineLast}"]),
        ("headline", post.Headlines.Select(OneHeadline)),
        ("salutation", [post.Salutation]),
        ("paragraph", Passages(post, PassageRole.Paragraph)),
        ("subhead", Passages(post, PassageRole.Subhead)),
        ("item", Passages(post, PassageRole.ItemTitle)),
        ("list-item", Passages(post, PassageRole.ListItem)),
        ("sign-off", [post.SignOff]),
        ("signatory", post.Signatories.Select(s => s.Place is null ? s.Name : $"{s.Name} | place: {s.Place}")),
        ("contact", Passages(post, PassageRole.Contact)),
        ("copy", Passages(post, PassageRole.Copy)),
        ("endnote", post.Endnotes.Select(OneEndnote)),
    ];

    private static IEnumerable<string> Passages(ParsedPost post, PassageRole role) =>
        post.Passages.Where(passage => passage.Role == role).Select(passage => passage.Text);

    private static string? Date(ParsedPost post) => (post.DateStart, post.DateEnd) switch
    {
        (null, null) => null,
        var (start, end) when end is null || start == end => $"{start:yyyy-MM-dd}",
        var (start, end) => $"{start:yyyy-MM-dd} to {end:yyyy-MM-dd}",
    };

    private static string OneHeadline(ParsedHeadline headline) =>
        $"{headline.Text}{Part("outlet", headline.Outlet)}{Part("section", headline.Section)}{Part("url", headline.Url)} @{headline.Line}";

    private static string OneEndnote(ParsedEndnote note) =>
        $"{note.Number}. {note.Text}{Part("outlet", note.Outlet)}{Part("date", note.Date?.ToString("yyyy-MM-dd"))}{Part("url", note.Url)} @{note.Line}";

    private static string Part(string name, string? value) => value is null ? "" : $" | {name}: {value}";

    private static void Add(List<string> lines, string name, IEnumerable<string?> values, bool wanted, bool all)
    {
        var present = values.OfType<string>().ToList();
        if (!wanted && !all) return;
        if (present.Count == 0 && wanted && !all) lines.Add($"{name}: none");
        lines.AddRange(present.Select(value => $"{name}: {value}"));
    }

    private static string KebabCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
