using Archive.Import.Blocks;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>What follows a post's text: sign-off, signatures, copies, contact block, endnotes.</summary>
internal sealed class PostTail(Page page, PostBuilder post, List<int> lines, bool isLetter)
{
    private const int MostContinuations = 20;

    private string? Text(int at) => at < lines.Count ? page.Text(lines[at]) : null;

    /// <returns>How many lines the part that begins here takes; 0 where none does.</returns>
    public int One(int at, string text)
    {
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
        return 0;
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

    // Copies to:
    private int Copies(int at, string first)
    {
        if (first.Length > 0)
        {
            return Passage(at, LineRole.Copy, PassageRole.Copy, first);
        }
        var used = Take(at, LineRole.Copy);
        for (; Text(at + used) is { } text && (used == 1 || page.BlanksBefore(lines[at + used]) == 0) && SignatureBlock.CouldSign(text) && !EndnoteLine.Opens(text) && !ContactLine.Is(text); used++)
        {
            Passage(at + used, LineRole.Copy, PassageRole.Copy, HeadlineMarks.Read(text).Text);
        }
        return used;
    }

    // Tibet Committee
    // Dharamsala, India
    /// <returns>How many lines, up to the end, sign a post that no word announces.</returns>
    public int ClosingSignature(int at)
    {
        var left = lines.Count - at;
        if (left > 4 || post.Kind is not (PostKind.Statement or PostKind.PressRelease or PostKind.Letter) || post.Passages.Count == 0
            || !Enumerable.Range(at, left).All(i => Text(i) is { } text && PlaceName.Looks(text.TrimEnd('.')) && Prose.Words(text) <= 8))
        {
            return 0;
        }
        var hasPlace = left >= 2 && page.BlanksBefore(lines[^1]) == 0;
        for (var i = at; i < lines.Count; i++)
        {
            var isPlace = hasPlace && i == lines.Count - 1;
            if (isPlace)
            {
                post.Signatories[^1] = post.Signatories[^1] with { Place = page.Text(lines[i]) };
            }
            else
            {
                post.Signatories.Add(new ParsedSignatory(page.Text(lines[i]), null));
            }
            page.Roles[lines[i]] = LineRole.Signatory;
        }
        return left;
    }

    private int Signatories(int at)
    {
        var start = at;
        var spaced = Text(at + 1) is not null && page.BlanksBefore(lines[Math.Min(at + 1, lines.Count - 1)]) > 0;
        for (; Text(at) is { } text && SignatureBlock.CouldSign(text) && !Prose.IsProse(text) && !ContactLine.Is(text) && !LetterParts.IsCopy(text) && !EndnoteLine.Opens(text) && !(EndnoteLine.Number(text) is 1 && IsFirstEndnote(at, text)); at++)
        {
            // After a blank, the name over a postal address belongs to the contact block.
            if (at > start && page.BlanksBefore(lines[at]) > 0 && (BlockHoldsContact(at) || (!spaced && OpensContact(at))))
            {
                break;
            }
            post.Signatories.Add(SignatureBlock.Read(text));
            page.Roles[lines[at]] = LineRole.Signatory;
        }
        return at - start + (Text(at) is not null && at > start && (OpensContact(at) || BlockHoldsContact(at)) ? Contact(at) : 0);
    }

    // Jane Roe / Press officer / Refuge Network / +351 …
    private bool BlockHoldsContact(int at)
    {
        for (var i = at; Text(i) is { } text && (i == at || page.BlanksBefore(lines[i]) == 0); i++)
        {
            if (ContactLine.Is(text))
            {
                return true;
            }
        }
        return false;
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
        while (Text(at + used) is { } text && !Prose.IsProse(text) && !EndnoteLine.Opens(text) && !SignatureBlock.Opens(text) && (used == 0 || ContactLine.Is(text) || OpensContact(at + used) || page.BlanksBefore(lines[at + used]) == 0))
        {
            used += Passage(at + used, LineRole.Contact, PassageRole.Contact, text);
        }
        return used;
    }

    private int Endnotes(int at)
    {
        var start = at;
        var continuations = 0;
        for (; Text(at) is { } text; at++)
        {
            if (EndnoteLine.Number(text) is { } number)
            {
                continuations = 0;
                post.Endnotes.Add(EndnoteLine.Read(text, number, lines[at] + 1, out var flaw));
                if (flaw is not null)
                {
                    page.Problem(lines[at], "url-broken", flaw);
                }
            }
            else if (post.Endnotes.Count > 0 && !ContactLine.Opens(text) && continuations++ < MostContinuations)
            {
                var joined = $"{post.Endnotes[^1].Text} {text}";
                post.Endnotes[^1] = EndnoteLine.Read($"({post.Endnotes[^1].Number}) {joined}", post.Endnotes[^1].Number!.Value, post.Endnotes[^1].Line, out _);
            }
            else
            {
                break;
            }
            page.Roles[lines[at]] = LineRole.Endnote;
        }
        return at - start;
    }

    private int Passage(int at, LineRole role, PassageRole passage, string text)
    {
        post.Add(passage, text, lines[at]);
        return Take(at, role);
    }

    private int Take(int at, LineRole role)
    {
        page.Roles[lines[at]] = role;
        return 1;
    }
}
