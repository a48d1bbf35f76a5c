using Archive.Import.Blocks;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>Between a letter's date and its text: addressee, copies, salutation.</summary>
internal sealed class LetterHead(Page page, PostBuilder post, List<int> lines)
{
    private const int MostLines = 40;

    /// <returns>The position at which the body begins.</returns>
    public int Read(int at)
    {
        var end = End(at);
        var (copying, honorific) = (false, default(string));
        for (; at < end; at++)
        {
            var index = lines[at];
            var text = page.Text(index);
            if (LetterParts.IsSalutation(text) || LetterParts.IsBareSalutation(text))
            {
                post.Salutation = honorific is null ? text : $"{honorific} {text}";
                page.Roles[index] = LineRole.Salutation;
                return at + 1;
            }
            honorific = LetterParts.GluedHonorific(text);
            text = honorific is null ? text : text[..^honorific.Length];
            if (LetterParts.IsCopy(text))
            {
                copying = true;
                page.Roles[index] = LineRole.Copy;
                if (LetterParts.WithoutCopyMark(text) is { Length: > 0 } first)
                {
                    post.Add(PassageRole.Copy, first, index);
                }
            }
            else if (copying)
            {
                page.Roles[index] = LineRole.Copy;
                Copy(text, index);
            }
            else
            {
                page.Roles[index] = LineRole.Addressee;
                post.Addressee = PostBuilder.Joined(post.Addressee, LetterParts.WithoutTo(text).TrimEnd(','), ", ");
            }
        }
        return end;
    }

    // Lines without a blank between them name one person with office and address.
    private void Copy(string text, int index)
    {
        if (page.BlanksBefore(index) == 0 && post.Passages.Count > 0 && post.Passages[^1].Role == PassageRole.Copy)
        {
            post.Passages[^1] = post.Passages[^1] with { Text = $"{post.Passages[^1].Text.TrimEnd(',')}, {text.TrimEnd(',')}", LineLast = index + 1 };
        }
        else
        {
            post.Add(PassageRole.Copy, text.TrimEnd(','), index);
        }
    }

    // Up to the salutation; where a letter has none, up to its first paragraph.
    private int End(int at)
    {
        for (var i = at; i < Math.Min(lines.Count, at + MostLines); i++)
        {
            var text = page.Text(lines[i]);
            if (LetterParts.IsSalutation(text) || (i > at && LetterParts.IsBareSalutation(text)))
            {
                return i + 1;
            }
            if (Prose.IsProse(text) || (text.Length > 60 && Prose.EndsWithStop(text)))
            {
                return i;
            }
        }
        return at;
    }
}
