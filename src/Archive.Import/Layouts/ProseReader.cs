using Archive.Import.Blocks;
using Archive.Import.Dates;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>A post in running text: release, statement, article, report, letter or brief. Head, then body, line by line.</summary>
internal sealed class ProseReader(Page page, PostDraft draft, Layout layout)
{
    private const int LongestInferredTitle = 300;

    private readonly PostBuilder _post = new();
    private readonly List<int> _lines = draft.Lines;

    public ParsedPost? Read()
    {
        if (draft.Title is null && _lines.Count == 0)
        {
            return null;
        }
        var printed = PrintedTitle();
        var prefix = TitlePrefix.Read(printed ?? "");
        _post.Kind = prefix.Kind ?? (draft.ReleaseMark is null ? null : PostKind.PressRelease);
        _post.Date = draft.ReleaseMark is { } mark ? ReleaseMark.Date(page.Text(mark)) : null;
        _post.Issuer = prefix.Issuer ?? draft.Issuer;
        ReadAbove();
        var isLetter = layout == Layout.OpenLetter || prefix.Kind == PostKind.Letter || _lines.Exists(index => LetterParts.IsSalutation(page.Text(index)))
            || (_post.Kind is null && _lines.Exists(index => LetterParts.IsSignOff(page.Text(index))) && !_lines.Exists(index => ReleaseMark.Is(page.Text(index))));
        var body = 0;
        string? inferred = null;
        if (printed is null && !isLetter)
        {
            inferred = ReadStandfirst(ref body);
        }
        else
        {
            ReadBrief();
            body = new PostHead(page, _post, layout, printed ?? "", isLetter).Read(_lines);
        }
        new PostBody(page, _post, printed, draft.Digest is not null, isLetter).Read(_lines, body);
        ReadEdges(prefix);
        if (isLetter && _post.Kind is null)
        {
            _post.Kind = PostKind.Letter;
        }
        inferred ??= printed is null ? Shortened(_post.Standfirst ?? (_post.Addressee is { } to ? $"Letter to {to}" : page.Text(_lines[0]))) : null;
        return _post.Build(printed ?? inferred!, printed is null, draft.Digest?.Series, draft, DigestReader.LastLine(page, draft));
    }

    private string? PrintedTitle()
    {
        if (draft.Title is not { } at)
        {
            return null;
        }
        var bare = draft.Digest?.Title ?? HeadlineMarks.Read(page.Text(at)).Text;
        return bare.Length > 0 ? bare : page.Text(at);
    }

    // For Immediate Release / March 14, 2021 / Contact: … / the title
    private void ReadAbove()
    {
        foreach (var index in draft.Above)
        {
            var text = page.Text(index);
            if ((DateText.Parse(text) ?? ReleaseMark.Date(text)) is { } date)
            {
                _post.Date ??= date;
                page.Roles[index] = LineRole.Date;
            }
            else if (DatedPlace.Read(text) is { } dated)
            {
                _post.Date ??= dated.Date;
                _post.Place ??= dated.Name;
                page.Roles[index] = LineRole.Date;
            }
            else if (ReleaseMark.Is(text))
            {
                page.Roles[index] = LineRole.ReleaseMark;
            }
            else
            {
                _post.Add(PassageRole.Contact, text, index);
                page.Roles[index] = LineRole.Contact;
            }
        }
    }

    // Weekly Brief, 01 January 2021
    private void ReadBrief()
    {
        if (draft.Digest is { } brief)
        {
            _post.Kind = PostKind.Brief;
            _post.Date = brief.Period is { First: { } first, Last: { } last, Precision: { } precision } ? new PrintedDate(first, last, precision) : null;
            DigestReader.ReportPeriod(page, draft.Title!.Value, brief.Period);
        }
    }

    // "Now home to the largest … community, … …reports Asian Lite News": no title was printed.
    private string ReadStandfirst(ref int body)
    {
        var line = page.Text(_lines[0]);
        if (Standfirst.Read(line) is not { } standfirst)
        {
            return Shortened(line);
        }
        page.Roles[_lines[0]] = LineRole.Standfirst;
        (_post.Standfirst, _post.Outlet, _post.Author) = (standfirst.Text, standfirst.Outlet, standfirst.Author);
        body = 1;
        return Shortened(standfirst.Text);
    }

    private void ReadEdges(TitlePrefix prefix)
    {
        var paragraphs = _post.Passages.FindAll(passage => passage.Role == PassageRole.Paragraph);
        if (paragraphs.Count > 0)
        {
            _post.Agency = Standfirst.Agency(paragraphs[^1].Text);
            if (InlineDateline.Read(paragraphs[0].Text) is { } dateline)
            {
                _post.Date ??= dateline.Date;
                _post.Place ??= dateline.Name.Length > 0 ? dateline.Name : null;
            }
        }
        if (_post.Place is null && paragraphs.Count > 0 && InlineDateline.Place(paragraphs[0].Text, _post.Kind is PostKind.PressRelease or PostKind.Statement) is { } opening)
        {
            _post.Place = opening;
        }
        _post.Date ??= prefix.Date ?? (draft.DateAbove is { } above ? DateText.Parse(page.Text(above)) ?? PostedLine.Date(page.Text(above)) : null);
        _post.Issuer ??= NamedIssuer(prefix.Bare);
        if (layout == Layout.ArticleRun)
        {
            foreach (var paragraph in paragraphs)
            {
                if (RetoldOutlet.TryRead(paragraph.Text, out var name, out var printed) && name != _post.Outlet)
                {
                    _post.Endnotes.Add(new ParsedEndnote(null, printed, name, null, null, paragraph.LineFirst));
                    break;
                }
            }
        }
    }

    // "Harbour Rights Group: Judges must …", where the release goes on to name the group.
    private string? NamedIssuer(string title) =>
        _post.Kind is PostKind.PressRelease or PostKind.Statement && title.IndexOf(": ", StringComparison.Ordinal) is > 3 and < 70 and var colon && title[..colon] is var name
        && Prose.Words(name) is >= 2 and <= 8 && _post.Passages.Exists(passage => passage.Text.Contains(name, StringComparison.Ordinal)) ? name : null;

    private static string Shortened(string text)
    {
        if (text.Length <= LongestInferredTitle)
        {
            return text;
        }
        var stop = text.IndexOf(". ", StringComparison.Ordinal);
        var end = stop is > 20 and < LongestInferredTitle ? stop : text.LastIndexOf(' ', LongestInferredTitle);
        return end > 0 ? text[..end].TrimEnd(',', ';', ' ') + (end == stop ? "" : "…") : text[..LongestInferredTitle] + "…";
    }
}
