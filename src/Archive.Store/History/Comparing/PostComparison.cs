using System.Globalization;

namespace Archive.Store.History.Comparing;

/// <summary>One thing about a post that became another.</summary>
/// <param name="Of">What it is: "Title", "Link of headline 3".</param>
/// <param name="Before">Null where it was not there.</param>
/// <param name="After">Null where it is there no more.</param>
public sealed record FieldChange(string Of, string? Before, string? After)
{
    public IReadOnlyList<DiffPart> Words => WordDiff.Of(Before, After);
}

/// <summary>What differs between two states of a post, as readers see it.</summary>
public static class PostComparison
{
    // Of a piece of text, where it is named.
    private const int LongestQuoted = 60;

    public static IReadOnlyList<FieldChange> Of(PostSnapshot before, PostSnapshot after)
    {
        List<FieldChange> changes = [];
        Add("Kind", before.Kind, after.Kind);
        Add("Title", before.Title, after.Title);
        Add("Series", before.Series, after.Series);
        Add("Period", Period(before), Period(after));
        Add("Outlet", before.Outlet, after.Outlet);
        Add("Place", before.Place, after.Place);
        Add("Issuer", before.Issuer, after.Issuer);
        Add("Author", before.Author, after.Author);
        Add("Agency", before.Agency, after.Agency);
        Add("Addressee", before.Addressee, after.Addressee);
        Add("Standfirst", before.Standfirst, after.Standfirst);
        Add("Salutation", before.Salutation, after.Salutation);
        changes.AddRange(HeadlineChanges.Of(before.Headlines, after.Headlines));
        Add("Text", Lines(before.Passages.Select(passage => passage.Text), "\n\n"), Lines(after.Passages.Select(passage => passage.Text), "\n\n"));
        changes.AddRange(Roles(before.Passages, after.Passages));
        Add("Sign-off", before.SignOff, after.SignOff);
        Add("Signatories", Lines(before.Signatories.Select(one => one.Place is null ? one.Name : $"{one.Name}, {one.Place}")), Lines(after.Signatories.Select(one => one.Place is null ? one.Name : $"{one.Name}, {one.Place}")));
        Add("Endnotes", Lines(before.Endnotes.Select(Note)), Lines(after.Endnotes.Select(Note)));
        Add("Caption", before.Caption, after.Caption);
        Add("Credit line", before.Credit, after.Credit);
        Add("Whether the source goes on elsewhere", Excerpt(before), Excerpt(after));
        Add("Categories", Lines(before.Categories), Lines(after.Categories));
        return changes;

        void Add(string of, string? was, string? now)
        {
            if (was != now)
            {
                changes.Add(new(of, was, now));
            }
        }
    }

    // A piece that says the same, and is another part of the text now.
    private static IEnumerable<FieldChange> Roles(IReadOnlyList<PassageSnapshot> before, IReadOnlyList<PassageSnapshot> after)
    {
        var roles = before.DistinctBy(piece => piece.Text).ToDictionary(piece => piece.Text, piece => piece.Role, StringComparer.Ordinal);
        return after.DistinctBy(piece => piece.Text).Where(piece => roles.TryGetValue(piece.Text, out var role) && role != piece.Role)
            .Select(piece => new FieldChange($"What “{Beginning(piece.Text)}” is", RoleName(roles[piece.Text]), RoleName(piece.Role)));
    }

    private static string Beginning(string text) => text.Length > LongestQuoted ? string.Concat(text.EnumerateRunes().Take(LongestQuoted)) + "…" : text;

    // "ListItem" as "list item".
    private static string RoleName(string role) => string.Concat(role.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string Excerpt(PostSnapshot post) => post.IsExcerpt ? "it does" : "it does not";

    private static string? Period(PostSnapshot post) => post.DateEnd is not { } last ? null
        : post.DateStart is { } first && Day(first, post) != Day(last, post) ? $"{Day(first, post)} to {Day(last, post)}" : Day(last, post);

    private static string Day(DateOnly day, PostSnapshot post) =>
        day.ToString(post.DatePrecision switch { "month" => "yyyy-MM", "year" => "yyyy", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Note(EndnoteSnapshot note) =>
        string.Join(' ', new[] { note.Number is { } number ? $"{number}." : null, note.Text, note.Outlet, note.Date is { } day ? Day(day) : null, note.Url }.Where(part => !string.IsNullOrEmpty(part)));

    private static string? Lines(IEnumerable<string> lines, string between = "\n") => string.Join(between, lines) is { Length: > 0 } text ? text : null;
}
