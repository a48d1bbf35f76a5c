using System.Buffers;

namespace Archive.Import.Blocks;

/// <summary>
/// The words without which a rule cannot match, looked for at the beginning of a line: a page has a hundred headlines for each
/// line that any such rule is about, and this question costs a fiftieth of the rule.
/// </summary>
internal sealed class KeyWords(params string[] words)
{
    private const int Beginning = 28;

    private readonly SearchValues<string> _words = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    public bool Open(string text) => text.AsSpan(0, Math.Min(text.Length, Beginning)).ContainsAny(_words);
}
