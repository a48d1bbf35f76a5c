using Archive.Import.Blocks;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>A post's running text and what follows it: subheads, lists, signatures, contact block, endnotes.</summary>
internal sealed class PostBody(Page page, PostBuilder post, string? title, bool isBrief, bool isLetter)
{
    private const int MostSubheadWords = 14;

    private List<int> _lines = [];

    public void Read(List<int> lines, int from)
    {
        _lines = lines;
        for (var at = from; at < lines.Count;)
        {
            at += One(at, page.Text(lines[at]));
        }
    }

    private string? Text(int at) => at < _lines.Count ? page.Text(_lines[at]) : null;

    // How many lines the next part takes.
    private int One(int at, string text)
    {
        if (title is not null && Page.SameTitle(text, title))
        {
            post.Caption ??= text;
            return Take(at, LineRole.RepeatedTitle);
        }
        if (LetterParts.IsCopy(text) && (post.SignOff is not null || post.Signatories.Count > 0))
        {
            return Copies(at, LetterParts.WithoutCopyMark(text));
        }
        if (isLetter && LetterParts.IsSignOff(text))
        {
            post.SignOff = text;
            return Take(at, LineRole.SignOff) + Signatories(at + 1);
        }
        if (EndnoteLine.Opens(text) && Text(at + 1) is { } first && EndnoteLine.Number(first) is not null)
        {
            return Passage(at, LineRole.Subhead, PassageRole.Subhead, text.TrimEnd(':')) + Endnotes(at + 1);
        }
        if (IsFirstEndnote(at, text))
        {
            return Endnotes(at);
        }
        if (SignatureBlock.Opens(text) && Text(at + 1) is { } signatory && SignatureBlock.CouldSign(signatory) && !Prose.IsProse(signatory))
        {
            return Passage(at, LineRole.Subhead, PassageRole.Subhead, text.TrimEnd(':')) + Signatories(at + 1);
        }
        if (ContactLine.Is(text) && (post.Passages.Count > 0 || post.Signatories.Count > 0) && !Prose.IsProse(text))
        {
            return Contact(at);
        }
        return Running(at, text);
    }

    // [1] …, at the end and without a heading, where the text has a mark for it.
    private bool IsFirstEndnote(int at, string text)
    {
        if (EndnoteLine.Number(text) != 1)
        {
            return false;
        }
        var addressed = WebAddress.Find(text) is not null;
        var next = Text(at + 1) is { } second && EndnoteLine.Number(second) == 2 ? second : null;
        var marked = text[0] is '[' or '(' && post.Passages.Exists(passage => passage.Text.Contains(text[..3], StringComparison.Ordinal) && !passage.Text.StartsWith(text[..3], StringComparison.Ordinal));
        return marked || (addressed && (post.SignOff is not null || (next is not null && WebAddress.Find(next) is not null)));
    }

    private int Running(int at, string text)
    {
        if (CreditLine.Is(text) && !Prose.IsProse(text))
        {
            post.Credit = PostBuilder.Joined(post.Credit, text, "\n");
            return Take(at, LineRole.Credit);
        }
        if (Caption.Is(text) && !Prose.EndsSentence(text[..text.LastIndexOf('(')].TrimEnd()) && !Prose.EndsWithStop(text.TrimEnd(')')))
        {
            post.Caption = PostBuilder.Joined(post.Caption, text, "\n");
            return Take(at, LineRole.Caption);
        }
        if (IsListItem(at, text))
        {
            return Passage(at, LineRole.ListItem, PassageRole.ListItem, HeadlineMarks.Read(text) is { Listed: true, Link: null } marks ? marks.Text : text);
        }
        if (ClosingSignature(at) is > 0 and var signed)
        {
            return signed;
        }
        if (Continues(at, text))
        {
            post.Continue(text, _lines[at]);
            return Take(at, LineRole.Paragraph);
        }
        if (IsSubhead(at, text))
        {
            var isItem = isBrief && !text.EndsWith(':');
            return isItem ? Passage(at, LineRole.ItemTitle, PassageRole.ItemTitle, text) : Passage(at, LineRole.Subhead, PassageRole.Subhead, text);
        }
        return Passage(at, LineRole.Paragraph, PassageRole.Paragraph, text);
    }

    // 1. An urgent debate …; The UN Special Procedures to consider evidence …; and
    private bool IsListItem(int at, string text)
    {
        if (HeadlineMarks.Read(text) is { Listed: true } marks && marks.Text.Length > 0)
        {
            return true;
        }
        var open = text.EndsWith(';') || text.EndsWith("; and", StringComparison.Ordinal) || text.EndsWith("; or", StringComparison.Ordinal);
        var last = post.Passages.Count > 0 && post.Passages[^1] is { Role: PassageRole.ListItem } former && (former.Text.EndsWith(';') || former.Text.EndsWith("; and", StringComparison.Ordinal) || former.Text.EndsWith("; or", StringComparison.Ordinal));
        return last || (open && (Text(at + 1) is { } next && (next.EndsWith(';') || text.Contains("; and", StringComparison.Ordinal) || next.Contains("; and", StringComparison.Ordinal) || Prose.EndsWithStop(next))));
    }

    // "…, I was suspecting whether there may" / "have been interference."
    private bool Continues(int at, string text)
    {
        if (post.Passages.Count == 0 || post.Passages[^1] is not { Role: PassageRole.Paragraph } former || page.BlanksBefore(_lines[at]) > 0 || former.LineLast != _lines[at])
        {
            return false;
        }
        var end = former.Text.TrimEnd('”', '"', '’', '\'');
        return !Prose.EndsSentence(former.Text) && !former.Text.EndsWith(':') && !former.Text.EndsWith(';') && former.Text.Length >= 60
            && (Prose.StartsLower(text) || end.EndsWith(','));
    }

    private bool IsSubhead(int at, string text)
    {
        if (Text(at + 1) is not { } next || text.Length > 120 || Prose.Words(text) > MostSubheadWords || Prose.StartsLower(text) || Prose.StartsLower(next))
        {
            return false;
        }
        if (text[0] is '“' or '"' or '‘')
        {
            return false;
        }
        if (text.EndsWith(':'))
        {
            return Prose.Words(text) <= 8 && next[0] is not ('“' or '"');
        }
        // What are the demands?
        return text.EndsWith('?') ? Prose.Words(text) <= 8 && next[0] is not ('“' or '"') : !Prose.EndsSentence(text) && !text.EndsWith(',') && !text.EndsWith(';');
    }

    // Copies to:
    private int Copies(int at, string first)
    {
        if (first.Length > 0)
        {
            return Passage(at, LineRole.Copy, PassageRole.Copy, first);
        }
        var used = Take(at, LineRole.Copy);
        for (; Text(at + used) is { } text && (used == 1 || page.BlanksBefore(_lines[at + used]) == 0) && SignatureBlock.CouldSign(text) && !EndnoteLine.Opens(text) && !ContactLine.Is(text); used++)
        {
            Passage(at + used, LineRole.Copy, PassageRole.Copy, HeadlineMarks.Read(text).Text);
        }
        return used;
    }

    // Tibet Committee
    // Dharamsala, India
    private int ClosingSignature(int at)
    {
        var left = _lines.Count - at;
        if (left > 4 || post.Kind is not (PostKind.Statement or PostKind.PressRelease or PostKind.Letter) || post.Passages.Count == 0
            || !Enumerable.Range(at, left).All(i => Text(i) is { } text && PlaceName.Looks(text.TrimEnd('.')) && Prose.Words(text) <= 8))
        {
            return 0;
        }
        var hasPlace = left >= 2 && page.BlanksBefore(_lines[^1]) == 0;
        for (var i = at; i < _lines.Count; i++)
        {
            var isPlace = hasPlace && i == _lines.Count - 1;
            if (isPlace)
            {
                post.Signatories[^1] = post.Signatories[^1] with { Place = page.Text(_lines[i]) };
            }
            else
            {
                post.Signatories.Add(new ParsedSignatory(page.Text(_lines[i]), null));
            }
            page.Roles[_lines[i]] = LineRole.Signatory;
        }
        return left;
    }

    private int Signatories(int at)
    {
        var start = at;
        var spaced = Text(at + 1) is not null && page.BlanksBefore(_lines[Math.Min(at + 1, _lines.Count - 1)]) > 0;
        for (; Text(at) is { } text && SignatureBlock.CouldSign(text) && !Prose.IsProse(text) && !ContactLine.Is(text) && !LetterParts.IsCopy(text) && !EndnoteLine.Opens(text) && !(EndnoteLine.Number(text) is 1 && IsFirstEndnote(at, text)); at++)
        {
            // After a blank, the name over a postal address belongs to the contact block.
            if (at > start && !spaced && page.BlanksBefore(_lines[at]) > 0 && OpensContact(at))
            {
                break;
            }
            post.Signatories.Add(SignatureBlock.Read(text));
            page.Roles[_lines[at]] = LineRole.Signatory;
        }
        return at - start + (Text(at) is not null && OpensContact(at) && at > start ? Contact(at) : 0);
    }

    private bool OpensContact(int at)
    {
        for (var i = at; i < at + 3 && Text(i) is { } text; i++)
        {
            if (ContactLine.Is(text))
            {
                return true;
            }
        }
        return false;
    }

    private int Contact(int at)
    {
        var used = 0;
        while (Text(at + used) is { } text && !Prose.IsProse(text) && !EndnoteLine.Opens(text) && !SignatureBlock.Opens(text) && (used == 0 || ContactLine.Is(text) || OpensContact(at + used) || page.BlanksBefore(_lines[at + used]) == 0))
        {
            used += Passage(at + used, LineRole.Contact, PassageRole.Contact, text);
        }
        return used;
    }

    private int Endnotes(int at)
    {
        var start = at;
        for (; Text(at) is { } text; at++)
        {
            if (EndnoteLine.Number(text) is { } number)
            {
                post.Endnotes.Add(EndnoteLine.Read(text, number, _lines[at] + 1, out var flaw));
                if (flaw is not null)
                {
                    page.Problem(_lines[at], "url-broken", flaw);
                }
            }
            else if (post.Endnotes.Count > 0 && !ContactLine.Opens(text))
            {
                var joined = $"{post.Endnotes[^1].Text} {text}";
                post.Endnotes[^1] = EndnoteLine.Read($"({post.Endnotes[^1].Number}) {joined}", post.Endnotes[^1].Number!.Value, post.Endnotes[^1].Line, out _);
            }
            else
            {
                break;
            }
            page.Roles[_lines[at]] = LineRole.Endnote;
        }
        return at - start;
    }

    private int Passage(int at, LineRole role, PassageRole passage, string text)
    {
        post.Add(passage, text, _lines[at]);
        return Take(at, role);
    }

    private int Take(int at, LineRole role)
    {
        page.Roles[_lines[at]] = role;
        return 1;
    }
}
