using Archive.Import.Blocks;
using Archive.Import.Dates;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>Between a letter's title and its text: what introduces it, date, addressee, copies, subject, salutation.</summary>
internal sealed class LetterHead(Page page, PostBuilder post, List<int> lines)
{
    private const int MostLines = 40;
    private const int MostAddresseeWords = 14;

    private bool _copying;
    private string? _honorific;

    /// <returns>The position at which the body begins.</returns>
    public int Read(int from)
    {
        var end = End(from);
        for (var at = from; at < end; at++)
        {
            var index = lines[at];
            var text = page.Text(index);
            if (LetterParts.IsSalutation(text) || (at + 1 == end && LetterParts.IsBareSalutation(text)))
            {
                post.Salutation = _honorific is null ? text : $"{_honorific} {text}";
                page.Roles[index] = LineRole.Salutation;
            }
            else
            {
                page.Roles[index] = One(index, text);
            }
        }
        return end;
    }

    private LineRole One(int index, string text)
    {
        if (post.Date is null && DateText.Parse(text) is { } date)
        {
            post.Date = date;
            return LineRole.Date;
        }
        if (post.Date is null && DatedPlace.Read(text) is { } dated)
        {
            (post.Date, post.Place) = (dated.Date, dated.Name);
            return LineRole.Date;
        }
        if (CreditLine.Is(text))
        {
            post.Credit = PostBuilder.Joined(post.Credit, text, "\n");
            return LineRole.Credit;
        }
        if (LetterParts.Subject(text) is { } subject)
        {
            post.Standfirst ??= subject;
            return LineRole.Standfirst;
        }
        if (Prose.Words(text) > MostAddresseeWords || Prose.EndsWithStop(text.TrimEnd('.', ',')))
        {
            post.Standfirst = PostBuilder.Joined(post.Standfirst, text, "\n");
            return LineRole.Standfirst;
        }
        return Addressee(index, text);
    }

    private LineRole Addressee(int index, string text)
    {
        _honorific = LetterParts.GluedHonorific(text);
        var name = _honorific is null ? text : text[..^_honorific.Length];
        if (LetterParts.IsCopy(name))
        {
            _copying = true;
            if (LetterParts.WithoutCopyMark(name) is { Length: > 0 } first)
            {
                post.Add(PassageRole.Copy, first, index);
            }
            return LineRole.Copy;
        }
        if (_copying)
        {
            Copy(name.TrimEnd(','), index);
            return LineRole.Copy;
        }
        post.Addressee = PostBuilder.Joined(post.Addressee, LetterParts.WithoutTo(name).TrimEnd(','), ", ");
        return LineRole.Addressee;
    }

    // Lines without a blank between them name one person with office and address.
    private void Copy(string text, int index)
    {
        if (page.BlanksBefore(index) == 0 && post.Passages.Count > 0 && post.Passages[^1].Role == PassageRole.Copy)
        {
            post.Passages[^1] = post.Passages[^1] with { Text = $"{post.Passages[^1].Text.TrimEnd(',')}, {text}", LineLast = index + 1 };
        }
        else
        {
            post.Add(PassageRole.Copy, text, index);
        }
    }

    // Just past the salutation; where a letter has none, at its first paragraph, if a date or "To …" says that a head stands before it.
    private int End(int from)
    {
        var last = Math.Min(lines.Count, from + MostLines);
        var (dated, head) = (false, false);
        for (var at = from; at < last; at++)
        {
            var text = page.Text(lines[at]);
            if (LetterParts.IsSalutation(text) || (dated && LetterParts.IsBareSalutation(text)))
            {
                return at + 1;
            }
            dated |= DateText.Parse(text) is not null || DatedPlace.Read(text) is not null;
        }
        for (var at = from; at < last; at++)
        {
            var text = page.Text(lines[at]);
            if (Prose.IsProse(text) || (text.Length > 60 && Prose.EndsWithStop(text)))
            {
                return head ? at : from;
            }
            head |= DateText.Parse(text) is not null || DatedPlace.Read(text) is not null || LetterParts.IsTo(text);
        }
        return from;
    }
}
