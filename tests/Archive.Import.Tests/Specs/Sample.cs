using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Import.Tests.Specs;

/// <summary>One heading of a spec: the seed under it, and the outline that is expected of it.</summary>
/// <param name="Choices">Of a pasted list: what an editor says of its lines ("3:headline").</param>
internal sealed partial record Sample(string File, string Heading, string Seed, string Outline, string Choices = "")
{
    public static IReadOnlyList<Sample> All { get; } = Read("Specs");

    /// <summary>What editors paste.</summary>
    public static IReadOnlyList<Sample> Pasted { get; } = Read("Pasting/Specs");

    public override string ToString() => $"{File}: {Heading}";

    private static IReadOnlyList<Sample> Read(string folder) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.md").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    private static IEnumerable<Sample> ReadFile(string path)
    {
        string heading = "", choices = "", seed = "", fence = "", kind = "";
        var block = new StringBuilder();
        foreach (var line in System.IO.File.ReadAllText(path).Split('\n'))
        {
            if (fence.Length == 0 && line.StartsWith("## ", StringComparison.Ordinal)) heading = line[3..];
            else if (fence.Length == 0 && line.StartsWith("```", StringComparison.Ordinal))
                (fence, kind) = (line[..(line.LastIndexOf('`') + 1)], line[(line.LastIndexOf('`') + 1)..]);
            else if (fence.Length > 0 && line == fence)
            {
                if (kind == "seed") (seed, choices) = (block.ToString(), "");
                else if (kind == "choices") choices = block.ToString().Trim();
                else if (kind == "seed escaped") seed = Unescape(block.ToString());
                else if (kind == "outline") yield return new Sample(Path.GetFileNameWithoutExtension(path), heading, seed, block.ToString(), choices);
                else throw new InvalidDataException($"{path}: a fence is seed, seed escaped, choices or outline, not '{kind}'");
                fence = "";
                block.Clear();
            }
            else if (fence.Length > 0) block.Append(line).Append('\n');
        }
    }

    /// <summary>"\u{200B}" is a zero-width space that a reader of the spec can see.</summary>
    private static string Unescape(string text) => Escape().Replace(text, match =>
        char.ConvertFromUtf32(int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\\u\{(?<code>[0-9A-F]{2,6})\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
