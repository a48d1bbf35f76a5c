using Archive.Import.Formats;
using Archive.Import.Lines;
using Archive.Import.Publishing;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.Links;

namespace Archive.Import.Pasting;

/// <summary>One line of what was pasted, and what it was taken for.</summary>
/// <param name="Doubt">A sentence for the editor where this may be wrong, or something about the line is; null where nothing is.</param>
/// <param name="Chosen">What the editor said that it is.</param>
public sealed record PastedLine(int Number, string Text, LineRole Role, string? Doubt, LineChoice? Chosen);

/// <summary>One headline of the list.</summary>
/// <param name="Outlet">As it stands in the list; what the link's host says is proposed elsewhere.</param>
/// <param name="Link">Null where it has none, or one that is refused.</param>
/// <param name="SameLinkAs">Line of the headline above that links the same page; a digest holds a link once.</param>
public sealed record PastedHeadline(int Line, string Text, LinkAddress? Link, string? Outlet, string? Section, int? SameLinkAs);

/// <summary>
/// What an editor pasted, read: the same parser as for seeds, told that this is a list. The same paste with the same choices gives the same
/// reading. Knows no store and no clock; never throws.
/// </summary>
public sealed record PastedList
{
    /// <summary>What a list without a name is called.</summary>
    public const string DefaultSeries = "Daily links";

    /// <summary>The text whose lines are counted: what was pasted, and of HTML its lines with their links as Markdown. Pasted again it stays as it is.</summary>
    public required string Text { get; init; }

    /// <summary>What the parser gave: at most one post.</summary>
    public required ParsedSeed Seed { get; init; }

    /// <summary>Every line, in order.</summary>
    public required IReadOnlyList<PastedLine> Lines { get; init; }

    public required IReadOnlyList<PastedHeadline> Headlines { get; init; }

    /// <summary>What was taken out of pasted HTML: links that are refused, with the reason. By line; null for the whole.</summary>
    public required IReadOnlyList<Problem> Notes { get; init; }

    /// <summary>Null where nothing was pasted but blanks.</summary>
    public ParsedPost? Digest => Seed.Posts.Count > 0 ? Seed.Posts[0] : null;

    /// <summary>The line that the period was read from; null where none says it, and it is today.</summary>
    public int? PeriodLine => Digest?.PeriodLine;

    /// <param name="pasted">Lines, Markdown, an e-mail, addresses, HTML: anything.</param>
    /// <param name="today">In the site's time zone.</param>
    public static PastedList Read(string pasted, DateOnly today, LineChoices? choices = null, string series = DefaultSeries)
    {
        var (text, notes) = PastedHtml.LinesOf(pasted);
        var read = LineReader.Read(text);
        var reading = new ListReading(choices ?? LineChoices.None, series, today);
        var seed = SeedParser.ParseList(read, reading);
        return new()
        {
            Text = text,
            Seed = seed,
            Lines = LineReadings.Of(read.Lines, seed, reading.Choices, notes),
            Headlines = HeadlinesOf(seed),
            Notes = notes,
        };
    }

    /// <summary>The digest as it would be published.</summary>
    /// <param name="hosts">Proposes the outlets of links that the list says none for.</param>
    /// <param name="title">Typed by the editor; otherwise the list's.</param>
    /// <param name="period">Typed by the editor; otherwise the list's.</param>
    public DigestContent? Content(OutletHostList hosts, string? title = null, (DateOnly First, DateOnly Last)? period = null) => Digest is not { DateStart: { } first, DateEnd: { } last } digest ? null : new(
        string.IsNullOrWhiteSpace(title) ? digest.Title : title,
        period?.First ?? first,
        period?.Last ?? last,
        Headlines.Select(headline => new DraftHeadline(headline.Text, headline.Outlet ?? hosts.Propose(headline.Link?.Host), headline.Link?.Url, headline.Section)));

    /// <param name="content">As it was looked at.</param>
    /// <exception cref="InvalidOperationException">There is nothing in the list.</exception>
    public WrittenPost Written(DigestContent content)
    {
        var digest = Digest ?? throw new InvalidOperationException("There is nothing in the list.");
        return new(Text, Seed with
        {
            Posts =
            [
                digest with
                {
                    Title = content.Title,
                    // A list with a title of its own is not of the series that was read off the other.
                    Series = content.Title == digest.Title ? digest.Series : null,
                    DateStart = content.First,
                    DateEnd = content.Last,
                    // "January 2021" in its title is a month, and no day.
                    DatePrecision = (content.First, content.Last) == (digest.DateStart, digest.DateEnd) ? digest.DatePrecision : DatePrecision.Day,
                    Headlines = [.. digest.Headlines.Zip(content.Headlines, (parsed, said) => parsed with { Text = said.Text, Outlet = said.Outlet, Section = said.Section })],
                },
            ],
        });
    }

    private static List<PastedHeadline> HeadlinesOf(ParsedSeed seed)
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        List<PastedHeadline> headlines = [];
        foreach (var headline in seed.Posts.SelectMany(post => post.Headlines))
        {
            var link = headline.Url is { } url ? LinkAddress.Read(url) : null;
            var before = link?.Key is { } key && !lines.TryAdd(key, headline.Line) ? lines[key] : (int?)null;
            // Where the address stands in for the title, it is the one that is linked.
            var text = link?.Url is { } shown && headline.Text == headline.Url ? shown : headline.Text;
            headlines.Add(new(headline.Line, text, link is { Refusal: null } ? link : null, headline.Outlet, headline.Section, before));
        }
        return headlines;
    }
}
