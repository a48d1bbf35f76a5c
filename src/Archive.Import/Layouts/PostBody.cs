using Archive.Import.Blocks;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>A post's running text: paragraphs, subheads, lists, captions.</summary>
internal sealed class PostBody(Page page, PostBuilder post, string? title, bool isBrief, bool isLetter)
{
    private const int MostSubheadWords = 14;
    private const int LongestJoined = 20_000;

    private List<int> _lines = [];
    private PostTail _tail = null!;

    public void Read(List<int> lines, int from)
    {
        (_lines, _tail) = (lines, new PostTail(page, post, lines, isLetter));
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
        if (_tail.One(at, text) is > 0 and var lines)
        {
            return lines;
        }
        return Running(at, text);
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
        if (_tail.ClosingSignature(at) is > 0 and var signed)
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
        return !Prose.EndsSentence(former.Text) && !former.Text.EndsWith(':') && !former.Text.EndsWith(';') && former.Text.Length is >= 30 and < LongestJoined
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
