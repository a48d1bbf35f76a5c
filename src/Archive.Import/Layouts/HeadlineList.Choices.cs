using Archive.Import.Blocks;
using Archive.Import.Lines;

namespace Archive.Import.Layouts;

// Lines of which an editor says what they are.
internal sealed partial class HeadlineList
{
    /// <summary>A line of which an editor says what it is.</summary>
    public void Add(int index, string line, LineChoice choice)
    {
        var marks = HeadlineMarks.Read(references.Count > 0 ? MarkdownReferences.Resolve(line, references) : line);
        if (choice == LineChoice.Outlet)
        {
            AddOutlet(index, marks);
            return;
        }
        if (choice == LineChoice.Title)
        {
            page.Problem(index, "second-title", "a pasted list has one title; this became the subhead of what follows");
        }
        if (marks.Text.Length == 0 && marks.Link is not null && choice == LineChoice.Headline)
        {
            AddBare(index, marks.Link.Value);
            return;
        }
        // Nothing but marks: an editor who says that it is a headline means the marks.
        _entries.Add(new HeadlineEntry(index, marks.Text.Length == 0 ? marks with { Text = line } : marks) { IsSection = choice != LineChoice.Headline, IsChosen = true });
        if (choice == LineChoice.Headline)
        {
            TakeWaiting(_entries[^1]);
        }
    }

    private void AddOutlet(int index, HeadlineMarks marks)
    {
        page.Roles[index] = LineRole.Outlet;
        var name = NamedDate.Read(marks.Text)?.Name ?? marks.Text;
        if (name.Length == 0)
        {
            page.Problem(index, "outlet-missing", "no name of an outlet stands on this line");
        }
        else if (_entries.FindLast(entry => !entry.IsSection) is { } above)
        {
            above.OutletBelow = name;
            above.Link ??= marks.Link;
        }
        else
        {
            _outletWaiting = name;
        }
    }
}
