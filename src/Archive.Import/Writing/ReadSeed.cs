using Archive.Import.Files;
using Archive.Import.Lines;
using Archive.Import.Matching;

namespace Archive.Import.Writing;

/// <summary>A seed that was read and parsed, with its posts made ready for matching.</summary>
internal sealed record ReadSeed(SeedFile File, SeedText Text, ParsedSeed Parsed, IReadOnlyList<Copy> Copies)
{
    /// <summary>Problems of the bytes and of the parsing, each once.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [.. Text.Problems.Concat(Parsed.Problems).Distinct()];

    public static ReadSeed Of(SeedFile file, SeedText text, ParsedSeed parsed, DateTime importedAt) =>
        new(file, text, parsed, [.. parsed.Posts.Select(post => CopyOf(post, file.IsSample, importedAt))]);

    /// <param name="line">From 0. A line that the parser said nothing of is set aside, never lost.</param>
    public LineRole RoleOf(int line) => line < Parsed.Roles.Count ? Parsed.Roles[line] : LineRole.SetAside;

    private static Copy CopyOf(ParsedPost parsed, bool isSample, DateTime importedAt)
    {
        var draft = PostDraft.Of(parsed, isSample);
        return new(draft.Key, PostText.Of(draft.Post), isSample, importedAt);
    }
}
