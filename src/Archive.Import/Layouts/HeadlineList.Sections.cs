using Archive.Import.Blocks;

namespace Archive.Import.Layouts;

// Which lines are subheads of the headlines below them.
internal sealed partial class HeadlineList
{
    // "TIBET" among headlines; a short line without a bullet where nearly all others have one.
    private void MarkSections()
    {
        var plain = _entries.FindAll(entry => !entry.IsSection);
        var listed = plain.Count(entry => entry.Listed);
        var fewCapitals = plain.Count(entry => IsCapitals(entry.Text)) * 3 <= plain.Count;
        var mostlyLinked = plain.Count(entry => entry.Link is not null) * 2 > plain.Count;
        var mostlyListed = plain.Count >= 3 && listed * 3 >= plain.Count * 2 - 1 && listed < plain.Count;
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            var followed = i + 1 < _entries.Count && !_entries[i + 1].IsSection;
            if (!entry.IsSection && !entry.IsChosen && followed && entry is { Link: null, Listed: false, OutletBelow: null } && Prose.Words(entry.Text) <= 5 && !Prose.EndsSentence(entry.Text)
                && ((mostlyLinked && entry.Bold && !_entries[i + 1].Bold) || (mostlyListed && _entries[i + 1].Listed) || (IsCapitals(entry.Text) && Prose.Words(entry.Text) <= 4 && fewCapitals)))
            {
                entry.IsSection = true;
            }
        }
    }

    private static bool IsCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower) && text.Count(char.IsLetter) >= 4;
}
