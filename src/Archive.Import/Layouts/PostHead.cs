using Archive.Import.Blocks;
using Archive.Import.Dates;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>What stands between a post's title and its text: dateline, outlet, credit, caption, addressee.</summary>
internal sealed class PostHead(Page page, PostBuilder post, Layout layout, string title, bool isLetter)
{
    private const int FewestStandfirstWords = 5;

    private List<int> _lines = [];

    /// <returns>The position, in the lines, at which the body begins.</returns>
    public int Read(List<int> lines)
    {
        _lines = lines;
        var at = 0;
        for (var used = One(0); used > 0 && at < lines.Count; used = One(at))
        {
            at += used;
        }
        return isLetter ? new LetterHead(page, post, lines).Read(at) : at;
    }

    private string? Text(int at) => at < _lines.Count ? page.Text(_lines[at]) : null;

    private int Take(int at, LineRole role, int count = 1)
    {
        for (var i = at; i < at + count; i++)
        {
            page.Roles[_lines[i]] = role;
        }
        return count;
    }

    // How many lines the next part of the head takes; 0 where the body begins.
    private int One(int at)
    {
        if (Text(at) is not { } text)
        {
            return 0;
        }
        if (Page.SameTitle(text, title))
        {
            return Take(at, LineRole.RepeatedTitle);
        }
        if (text.Length > title.Length && text.StartsWith(title, StringComparison.OrdinalIgnoreCase) && Prose.Words(title) >= 4)
        {
            post.Caption = PostBuilder.Joined(post.Caption, text, "\n");
            return Take(at, LineRole.Caption);
        }
        if (ReleaseMark.Is(text))
        {
            post.Kind ??= text.Contains("letter", StringComparison.OrdinalIgnoreCase) ? PostKind.Letter
                : text.Contains("statement", StringComparison.OrdinalIgnoreCase) ? PostKind.Statement : PostKind.PressRelease;
            post.Date ??= ReleaseMark.Date(text);
            return Take(at, LineRole.ReleaseMark);
        }
        if (isLetter)
        {
            return CreditLine.Is(text) || Caption.Is(text) ? Lines(at, text) : 0;
        }
        return Dateline(at, text) is > 0 and var lines ? lines : Lines(at, text);
    }

    private int Dateline(int at, string text)
    {
        if ((DateText.Parse(text) ?? (PostedLine.Is(text) ? PostedLine.Date(text) : null)) is { } date)
        {
            post.Date ??= date;
            var used = Take(at, LineRole.Date);
            if (post.Place is null && Text(at + 1) is { } below && PlaceName.Looks(below) && Text(at + 2) is not null && !Page.SameTitle(below, title))
            {
                post.Place = below;
                used += Take(at + 1, LineRole.Place);
            }
            return used;
        }
        if (PostedLine.Is(text))
        {
            return Take(at, LineRole.Boilerplate);
        }
        // New York
        // December 3, 2020
        if (PlaceName.Looks(text) && !PlaceName.IsBody(text) && !page.Outlets.Knows(text) && Text(at + 1) is { } next && DateText.Parse(next) is { } below1)
        {
            post.Place = text;
            post.Date ??= below1;
            return Take(at, LineRole.Place) + Take(at + 1, LineRole.Date);
        }
        return DatedPlace.Read(text) is { } named ? Named(at, named, NamedDate.Read(text) is null) : 0;
    }

    // "BBC, 13 January 2021" names an outlet, "New York, December 3, 2020" a place: the page's kind tells which, else the name.
    private int Named(int at, NamedDate named, bool placeLast)
    {
        placeLast |= PlaceName.IsTown(named.Name);
        // By Jane Doe, Reuters | February 22, 2021
        if (named.Name.StartsWith("By ", StringComparison.Ordinal) && named.Name.Split(',', 2, StringSplitOptions.TrimEntries) is var by)
        {
            post.Author ??= by[0][3..];
            post.Outlet ??= by.Length > 1 ? by[1] : null;
            post.Date ??= named.Date;
            return Take(at, LineRole.Credit);
        }
        var isOutlet = page.Outlets.Knows(named.Name) || (layout == Layout.FrontPage && !placeLast && post.Kind is not PostKind.PressRelease) || (!placeLast && post.Kind is null && !PlaceName.Looks(named.Name));
        post.Date ??= named.Date;
        if (isOutlet)
        {
            post.Outlet ??= named.Name;
            page.Outlets.Add(named.Name);
            return Take(at, LineRole.Outlet);
        }
        post.Place ??= named.Name;
        return Take(at, LineRole.Date);
    }

    private int Lines(int at, string text)
    {
        if (CreditLine.Author(text) is { } author)
        {
            post.Author ??= author;
            return Take(at, LineRole.Credit);
        }
        if (CreditLine.Is(text))
        {
            post.Outlet ??= CreditLine.Publisher(text);
            post.Credit = PostBuilder.Joined(post.Credit, text, "\n");
            return Take(at, LineRole.Credit);
        }
        if (page.Outlets.Knows(text))
        {
            post.Outlet ??= text;
            return Take(at, LineRole.Outlet);
        }
        if (ContactLine.Is(text))
        {
            return Contact(at);
        }
        if (Caption.Is(text) && !(Prose.IsProse(text) && Prose.EndsWithStop(text)))
        {
            post.Caption = PostBuilder.Joined(post.Caption, text, "\n");
            return Take(at, LineRole.Caption);
        }
        // Office of the Spokesperson
        if (post.Kind is not null && post.Date is null && Prose.Words(text) <= 8 && PlaceName.Looks(text) && Text(at + 1) is { } below && DateText.Parse(below) is not null)
        {
            post.Issuer ??= text;
            return Take(at, LineRole.Credit);
        }
        return IsStandfirst(at, text) ? Standing(at, text) : 0;
    }

    private int Standing(int at, string text)
    {
        post.Standfirst = PostBuilder.Joined(post.Standfirst, text, "\n");
        return Take(at, LineRole.Standfirst);
    }

    // A line before the text that is no sentence of it.
    private bool IsStandfirst(int at, string text)
    {
        return post.Kind != PostKind.Brief && !Prose.EndsSentence(text) && !text.EndsWith(':') && !Prose.IsProse(text) && Prose.Words(text) >= FewestStandfirstWords && !HeadlineMarks.Read(text).Listed
            && _lines.Skip(at + 1).Take(3).Any(index => Prose.IsProse(page.Text(index)));
    }

    // Contact: World Uyghur Congress
    // +49 89 5432 1999 or [email protected]
    private int Contact(int at)
    {
        var used = 0;
        while (Text(at + used) is { } text && (used == 0 || ContactLine.Is(text) || (page.BlanksBefore(_lines[at + used]) == 0 && !Prose.IsProse(text) && text.Length <= 80 && DateText.Parse(text) is null && DatedPlace.Read(text) is null && !ReleaseMark.Is(text))))
        {
            post.Add(PassageRole.Contact, text, _lines[at + used]);
            used += Take(at + used, LineRole.Contact);
        }
        return used;
    }
}
