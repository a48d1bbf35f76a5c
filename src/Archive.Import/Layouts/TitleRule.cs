using Archive.Import.Blocks;
using Archive.Import.Dates;

namespace Archive.Import.Layouts;

/// <summary>
/// Where a post begins with no mark before it. Length does not tell a title from a headline; the neighbour does: a line without
/// a closing full stop, followed by a dateline or by running text, is a title.
/// </summary>
internal static class TitleRule
{
    private const int LongestTitle = 230;
    private const int FewestWordsInsideText = 6;

    /// <summary>A line above a release mark that is longer than this is a title, not who issues it.</summary>
    public const int MostIssuerWords = 5;

    /// <param name="content">Line indices without blanks and boilerplate.</param>
    /// <param name="k">Which of them is asked about.</param>
    /// <param name="open">The post so far, or null.</param>
    public static bool StartsPost(Page page, IReadOnlyList<int> content, int k, PostDraft? open, Func<int, bool> isDigestTitle)
    {
        var text = page.Text(content[k]);
        if (k + 1 == content.Count || open is { Digest: null, HasProse: false } || page.EndsBetween(content[k], content[k + 1]))
        {
            return false;
        }
        var next = page.Text(content[k + 1]);
        if (open is null && OpensBySection(page, content, k, text, next))
        {
            return true;
        }
        if ((!MayOpenBody(next) && !Page.SameTitle(text, next)) || !CouldBeTitle(text) || isDigestTitle(content[k + 1]))
        {
            return false;
        }
        if (open is { Digest: null, Title: { } own } && Page.SameTitle(page.Text(own), text))
        {
            return false;
        }
        var repeated = Page.SameTitle(text, next);
        var body = new Lookahead(page, content, repeated ? k + 2 : k + 1, isDigestTitle);
        if (body.OpensByDateline() || body.OpensBySubhead())
        {
            return true;
        }
        if (!body.OpensByProse(repeated))
        {
            return false;
        }
        return open is null or { Digest: not null } || repeated || StandsApart(page, content, k, open, text);
    }

    // Annual Report 2020 of the Plateau Tea Circle / Executive Summary / The circle had …
    private static bool OpensBySection(Page page, IReadOnlyList<int> content, int k, string text, string next) =>
        k + 2 < content.Count && next.Length <= 60 && Prose.Words(next) <= 4 && Prose.Words(text) >= 5 && !Prose.EndsSentence(next) && Prose.IsProse(page.Text(content[k + 2])) && CouldBeTitle(text) && CouldBeTitle(next)
        && TitlePrefix.Read(next).Kind is null && NamedDate.Read(next) is null;

    private static bool CouldBeTitle(string text) =>
        text.Length is > 3 and <= LongestTitle && !text.EndsWith(':') && !text.EndsWith(';') && !Prose.EndsWithStop(text) && !Prose.IsProse(text) && !Prose.StartsLower(text)
        && !CreditLine.Is(text) && !Caption.Is(text) && !ContactLine.Is(text) && DateText.Parse(text) is null && !ReleaseMark.Is(text)
        && !LetterParts.IsSignOff(text) && !LetterParts.IsSalutation(text) && !LetterParts.IsCopy(text);

    /// <summary>Above a release's title its date, place and contact may stand, in any order.</summary>
    public static bool MayStandAboveTitle(string text) =>
        DateText.Parse(text) is not null || DatedPlace.Read(text) is not null || ReleaseMark.Is(text) || ContactLine.Is(text);

    // The cheap question, asked of every headline's neighbour.
    private static bool MayOpenBody(string next) =>
        next.Length >= 100 || next.EndsWith(':') || next.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || ReleaseMark.Is(next) || PlaceName.Looks(next)
        || LetterParts.IsSalutation(next) || CreditLine.Author(next) is not null || CreditLine.Is(next);

    // Inside running text a short line is a subhead; a title is longer, and a blank stands on both of its sides.
    private static bool StandsApart(Page page, IReadOnlyList<int> content, int k, PostDraft open, string text)
    {
        var words = Prose.Words(text);
        var before = page.BlanksBefore(content[k]);
        if (before == 0 || page.BlanksBefore(content[k + 1]) == 0)
        {
            return false;
        }
        return words >= FewestWordsInsideText || (words >= 3 && (before >= 2 || open.HasClosed)) || TitlePrefix.Read(text).Kind is not null;
    }

    private readonly record struct Lookahead(Page Page, IReadOnlyList<int> Content, int At, Func<int, bool> IsDigestTitle)
    {
        // December 3, 2020
        // New York
        public bool OpensByDateline()
        {
            for (var k = At; k < Math.Min(At + 4, Content.Count) && !IsDigestTitle(Content[k]); k++)
            {
                var text = Page.Text(Content[k]);
                if (ReleaseMark.Is(text))
                {
                    return !TitleFollows(k + 1);
                }
                if (DateText.Parse(text) is not null || PostedLine.Is(text) || DatedPlace.Read(text) is not null)
                {
                    return ProseFollows(k + 1);
                }
                if (!PlaceName.Looks(text) && CreditLine.Author(text) is null && !CreditLine.Is(text))
                {
                    return false;
                }
            }
            return false;
        }

        // Harbour Rights Group / FOR IMMEDIATE RELEASE / Judges must not be chosen by the police / …
        private bool TitleFollows(int k)
        {
            while (k < Content.Count && MayStandAboveTitle(Page.Text(Content[k])))
            {
                k++;
            }
            return k + 1 < Content.Count && Prose.Words(Page.Text(Content[At - 1])) <= MostIssuerWords && Prose.Words(Page.Text(Content[k])) >= 4
                && CouldBeTitle(Page.Text(Content[k])) && !IsDigestTitle(Content[k]) && ProseFollows(k + 1);
        }

        // From the Executive Summary:
        public bool OpensBySubhead() =>
            At + 1 < Content.Count && Page.Text(Content[At]) is { Length: <= 80 } text && text.EndsWith(':') && Prose.IsProse(Page.Text(Content[At + 1]));

        public bool OpensByProse(bool repeated)
        {
            if (At >= Content.Count || IsDigestTitle(Content[At]))
            {
                return false;
            }
            var text = Page.Text(Content[At]);
            if (LetterParts.IsSalutation(text))
            {
                return true;
            }
            if (CreditLine.Author(text) is not null || CreditLine.Is(text))
            {
                return ProseFollows(At + 1);
            }
            if (!Prose.IsProse(text))
            {
                return false;
            }
            return repeated || Prose.IsLongProse(text) || InlineDateline.Read(text) is not null || (At + 1 < Content.Count && Page.Text(Content[At + 1]) is var next && next.Length >= 60 && Prose.EndsWithStop(next));
        }

        private bool ProseFollows(int k)
        {
            for (var last = Math.Min(k + 4, Content.Count); k < last && !IsDigestTitle(Content[k]); k++)
            {
                var text = Page.Text(Content[k]);
                if (PostedLine.Is(text) && k > At + 1)
                {
                    return false;
                }
                if (Prose.IsProse(text) || LetterParts.IsSalutation(text) || (text.Length >= 60 && Prose.EndsWithStop(text)))
                {
                    return true;
                }
            }
            return false;
        }
    }
}
