using System.Globalization;
using System.Text;

namespace Archive.Store.Search.Grammar;

/// <summary>Collects what could not be understood, each thing once and not without end.</summary>
internal sealed class QueryNotes
{
    private const int Most = 8;
    private const int QuotedAtMost = 40;

    private readonly List<(string Text, bool IsLeftOut)> _notes = [];
    private bool _more;

    /// <param name="text">A sentence without its full stop.</param>
    public void Add(string text) => Add(text, isLeftOut: false);

    /// <summary>The same, for a part of the search that is left out of it.</summary>
    public void LeftOut(string text) => Add(text, isLeftOut: true);

    /// <summary>A piece of what was typed, as a sentence can hold it.</summary>
    public static string Shown(string typed)
    {
        var shown = string.Concat(typed.EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            .Take(QuotedAtMost + 1));
        return shown.EnumerateRunes().Count() <= QuotedAtMost ? $"“{shown}”" : $"“{string.Concat(shown.EnumerateRunes().Take(QuotedAtMost))}…”";
    }

    /// <param name="hasRest">Something is left to search for.</param>
    public IReadOnlyList<string> Said(bool hasRest)
    {
        var said = _notes.Select(note => note.IsLeftOut && hasRest ? $"{note.Text}; searched for the rest." : $"{note.Text}.").ToList();
        if (_more)
        {
            said.Add("More of it was not understood.");
        }
        return said;
    }

    private void Add(string text, bool isLeftOut)
    {
        if (_notes.Contains((text, isLeftOut)))
        {
            return;
        }
        if (_notes.Count == Most)
        {
            _more = true;
            return;
        }
        _notes.Add((text, isLeftOut));
    }
}
