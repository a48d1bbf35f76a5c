using System.Text.RegularExpressions;

namespace Archive.Web.Commands;

/// <summary>
/// A search as it came through a shell, which takes quotes away. One word of the command line is the whole search, as typed; of several
/// each that has a blank in it stood in quotes: <c>archive search uyghur outlet:"Radio Free Asia"</c>.
/// </summary>
internal static partial class TypedQuery
{
    public static string Of(IReadOnlyList<string> words) => words is [var whole] ? whole : string.Join(' ', words.Select(Quoted));

    private static string Quoted(string word) =>
        !word.Any(char.IsWhiteSpace) || word.Contains('"') || word.Contains('(') ? word : Field().Replace(word, "${field}\"") + "\"";

    [GeneratedRegex(@"^(?<field>-?([A-Za-z]+:)?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
