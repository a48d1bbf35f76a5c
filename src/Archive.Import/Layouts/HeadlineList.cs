using System.Text;
using Archive.Import.Blocks;
using Archive.Import.Lines;
using Archive.Store;
using Archive.Store.Links;

namespace Archive.Import.Layouts;

/// <summary>The headlines of one digest, gathered line by line; outlets are read once all are known.</summary>
internal sealed partial class HeadlineList(Page page, IReadOnlyDictionary<string, string> references)
{
    private const int MostSectionWords = 6;

    private readonly List<HeadlineEntry> _entries = [];
    private readonly List<(int Index, WebAddress Link)> _waiting = [];
    private bool _linksFirst;
    private string? _outletWaiting;

    public bool IsEmpty => _entries.Count == 0;

    public bool LastHasLink => _entries.Count > 0 && _entries[^1].Link is not null;

    public void Add(int index, string line)
    {
        var marks = HeadlineMarks.Read(references.Count > 0 ? MarkdownReferences.Resolve(line, references) : line);
        if (marks.Text.Length == 0 && marks.Link is { } lone)
        {
            AddLink(index, lone);
        }
        else if (marks.Link is null && !marks.Text.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            // Lines of stars, and a thumb that somebody put up.
            page.Roles[index] = LineRole.Boilerplate;
        }
        else if (!IsEmpty && _entries[^1] is { IsSection: false, OutletBelow: null, NamedBelow: null } above && !marks.Listed && marks.Link is null && OutletAlone(marks.Text) is { } outlet)
        {
            if (page.Outlets.Knows(outlet))
            {
                page.Roles[index] = LineRole.Outlet;
                above.OutletBelow = outlet;
            }
            else
            {
                _entries.Add(new HeadlineEntry(index, marks) { NamedBelow = outlet });
            }
        }
        else
        {
            var entry = new HeadlineEntry(index, marks) { IsSection = marks.Section || (marks.Link is null && line.EndsWith(':') && Prose.Words(line) <= MostSectionWords) };
            if (!entry.IsSection)
            {
                TakeWaiting(entry);
            }
            _entries.Add(entry);
        }
    }

    /// <param name="passages">Gets the subheads, where they stand.</param>
    public IReadOnlyList<ParsedHeadline> Read(List<ParsedPassage> passages)
    {
        FlushAllButLast();
        foreach (var (index, link) in _waiting)
        {
            AddBare(index, link);
        }
        // An address that waited in vain for its title stands where it was printed.
        _entries.Sort((one, other) => one.Index.CompareTo(other.Index));
        ReadOutletLines();
        MarkSections();
        var outlets = OutletReading.Decide(page, _entries.FindAll(entry => !entry.IsSection).ConvertAll(entry => entry.Text));
        var headlines = new List<ParsedHeadline>(_entries.Count);
        string? section = null;
        foreach (var entry in _entries)
        {
            if (entry.IsSection)
            {
                section = entry.Text.TrimEnd(':', ' ');
                page.Roles[entry.Index] = LineRole.Subhead;
                passages.Add(new ParsedPassage(PassageRole.Subhead, section, entry.Index + 1, entry.Index + 1));
                continue;
            }
            var (text, outlet) = outlets[headlines.Count];
            page.Roles[entry.Index] = LineRole.Headline;
            headlines.Add(new ParsedHeadline(text, entry.Index + 1, Address(entry), entry.OutletBelow ?? outlet, section));
        }
        passages.Sort((one, other) => one.LineFirst.CompareTo(other.LineFirst));
        return headlines;
    }

    // The address above a title is the title's.
    private void TakeWaiting(HeadlineEntry entry)
    {
        if (_outletWaiting is { } outlet)
        {
            (entry.OutletBelow, _outletWaiting) = (outlet, null);
        }
        if (_waiting.Count > 0)
        {
            FlushAllButLast();
            var (index, link) = _waiting[0];
            _waiting.Clear();
            if (entry.Link is null && !IsRefused(entry.Text))
            {
                entry.Link = link;
                page.Roles[index] = LineRole.Link;
            }
            else
            {
                // Who brings an address along needs no other.
                AddBare(index, link);
            }
        }
    }

    // "X, 13 January 2021" below a title is its outlet where the list has one below most titles; alone, it is a headline.
    private void ReadOutletLines()
    {
        var named = _entries.Count(entry => entry.NamedBelow is not null || entry.OutletBelow is not null);
        var titles = _entries.Count(entry => entry.NamedBelow is null && !entry.IsSection);
        if (named * 2 < titles)
        {
            return;
        }
        for (var i = _entries.Count - 1; i > 0; i--)
        {
            if (_entries[i].NamedBelow is { } outlet)
            {
                _entries[i - 1].OutletBelow = outlet;
                _entries[i - 1].Link ??= _entries[i].Link;
                page.Outlets.Add(outlet);
                page.Roles[_entries[i].Index] = LineRole.Outlet;
                _entries.RemoveAt(i);
            }
        }
    }

    // The address stands below its title, or above it: where a list opens with an address, all stand above.
    private void AddLink(int index, WebAddress link)
    {
        _linksFirst |= IsEmpty || _entries.TrueForAll(entry => entry.IsSection);
        if (!_linksFirst && _entries[^1] is { IsSection: false, Link: null } above)
        {
            above.Link = link;
            page.Roles[index] = LineRole.Link;
        }
        else
        {
            _waiting.Add((index, link));
        }
    }

    // "ftp://example.org/x" is no title.
    private static bool IsRefused(string text) => text.Contains("://", StringComparison.Ordinal) && !text.Contains(' ') && LinkAddress.Read(text).Refusal is not null;

    private void FlushAllButLast()
    {
        foreach (var (index, link) in _waiting.SkipLast(1))
        {
            AddBare(index, link);
        }
        _waiting.RemoveRange(0, Math.Max(0, _waiting.Count - 1));
    }

    // An address without a title is kept as what it is.
    private void AddBare(int index, WebAddress link)
    {
        page.Problem(index, "title-missing", "an address with no title beside it");
        _entries.Add(new HeadlineEntry(index, new HeadlineMarks(link.Url, link, false, false, true)));
    }

    // BBC, 13 January 2021
    private string? OutletAlone(string text) =>
        page.Outlets.Knows(text) ? text : NamedDate.Read(text) is { } named && Prose.Words(named.Name) <= 5 && named.Name.Length <= 40 ? named.Name : null;

    private string? Address(HeadlineEntry entry)
    {
        if (entry.Link is not { } link)
        {
            return null;
        }
        if (link.Problem is not { } flaw)
        {
            return link.Url;
        }
        page.Problem(entry.Index, link.Refusal is LinkRefusal.Scheme or LinkRefusal.UserName or LinkRefusal.TooLong ? "url-refused" : "url-broken", flaw);
        return link.Refusal is not (null or LinkRefusal.NoHost) || !link.Url.Contains('.') ? null : link.Url;
    }
}
