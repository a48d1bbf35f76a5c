using Archive.Import.Blocks;
using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import.Layouts;

/// <summary>One seed while it is read: its lines, the role each has been given so far, and the posts and problems found.</summary>
internal sealed class Page
{
    private readonly string[] _lines;
    private readonly LineChoices _choices;
    private readonly List<int> _content = [];

    /// <param name="choices">Of an editor; none for a seed.</param>
    public Page(SeedText seed, LineChoices? choices = null)
    {
        _lines = [.. seed.Lines.Select(line => line.Text)];
        _choices = choices ?? LineChoices.None;
        Roles = new LineRole[_lines.Length];
        Array.Fill(Roles, LineRole.SetAside);
        for (var i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].Length == 0)
            {
                Roles[i] = LineRole.Blank;
            }
            else if (Choice(i) == LineChoice.Boilerplate)
            {
                Roles[i] = LineRole.Boilerplate;
            }
            else if (Choice(i) != LineChoice.LeaveOut)
            {
                _content.Add(i);
            }
        }
    }

    /// <summary>Indices, from 0, of the lines that are not blank, and that no editor left out.</summary>
    public IReadOnlyList<int> Content => _content;

    /// <summary>The lines, not blank, that follow a line of <see cref="Content"/>.</summary>
    public IEnumerable<int> ContentAfter(int index) => Enumerable.Range(_content.BinarySearch(index) + 1, _content.Count - _content.BinarySearch(index) - 1).Select(k => _content[k]);

    /// <summary>Lines such as "Posted in …", which a weblog prints below a post: no post goes on past one.</summary>
    public List<int> PostEnds { get; } = [];

    public bool EndsBetween(int first, int last) => PostEnds.Count > 0 && PostEnds.BinarySearch(first) is < 0 and var at && ~at < PostEnds.Count && PostEnds[~at] < last;

    /// <summary>One a line. A line that nothing claims stays set aside.</summary>
    public LineRole[] Roles { get; }

    public List<ParsedPost> Posts { get; } = [];

    public List<Problem> Problems { get; } = [];

    public OutletNames Outlets { get; } = new();

    public string Text(int index) => _lines[index];

    /// <summary>The line less a mark that is not its wording; never all of it.</summary>
    public void Retell(int index, string text) => _lines[index] = text.Length == 0 ? _lines[index] : text;

    /// <summary>What an editor said that a line is.</summary>
    public LineChoice? Choice(int index) => _choices.Of(index + 1);

    public int BlanksBefore(int index)
    {
        var blanks = 0;
        while (index - 1 - blanks >= 0 && Roles[index - 1 - blanks] == LineRole.Blank)
        {
            blanks++;
        }
        return blanks;
    }

    public void Problem(int index, string code, string message) => Problems.Add(new Problem(index + 1, code, message));

    /// <summary>Two lines print one title: alike but for case, marks and a prefix on either.</summary>
    public static bool SameTitle(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 60 || one.Length < 3)
        {
            return false;
        }
        if (!EndAlike(one, other))
        {
            return false;
        }
        var (a, b) = (Fold.Text(one), Fold.Text(other));
        return a == b || (a.Length > 24 && b.Length > 24 && (a.EndsWith(" " + b, StringComparison.Ordinal) || b.EndsWith(" " + a, StringComparison.Ordinal)));
    }

    // The cheap half of the question: their last letters differ in almost every pair of lines.
    private static bool EndAlike(string one, string other)
    {
        var (i, j) = (one.Length - 1, other.Length - 1);
        for (var compared = 0; compared < 3; compared++, i--, j--)
        {
            while (i >= 0 && !char.IsLetterOrDigit(one[i]))
            {
                i--;
            }
            while (j >= 0 && !char.IsLetterOrDigit(other[j]))
            {
                j--;
            }
            if (i < 0 || j < 0 || (char.ToLowerInvariant(one[i]) != char.ToLowerInvariant(other[j]) && char.IsAscii(one[i]) && char.IsAscii(other[j])))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>What nothing claimed is reported, line by line: set aside is never silent.</summary>
    public void ReportSetAside()
    {
        for (var i = 0; i < Roles.Length; i++)
        {
            if (Roles[i] == LineRole.SetAside)
            {
                Problem(i, "set-aside", Choice(i) == LineChoice.LeaveOut ? "an editor left this line out" : "this line belongs to no post");
            }
        }
    }
}
