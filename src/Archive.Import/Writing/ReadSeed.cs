using Archive.Import.Files;
using Archive.Import.Lines;
using Archive.Import.Matching;
using Archive.Store;

namespace Archive.Import.Writing;

/// <summary>A seed that was read and parsed, with its posts made ready for matching. The lines' own texts are let go: the bytes have them.</summary>
/// <param name="LineEnds">Where each line ends in the file's bytes.</param>
/// <param name="Problems">Of the bytes and of the parsing, each once.</param>
internal sealed record ReadSeed(SeedFile File, IReadOnlyList<int> LineEnds, ParsedSeed Parsed, IReadOnlyList<Problem> Problems, IReadOnlyList<Copy> Copies)
{
    private IReadOnlyList<SourceChunk>? chunks;

    /// <summary>The file's bytes as they are kept, still without ids. Made when first asked for: where nothing is written, never.</summary>
    public IReadOnlyList<SourceChunk> Chunks => chunks ??= [.. SourceRows.Chunks(this)];

    public static ReadSeed Of(SeedFile file, SeedText text, ParsedSeed parsed, DateTime importedAt) => new(
        file, text.LineEnds, parsed, [.. text.Problems.Concat(parsed.Problems).Distinct()],
        [.. parsed.Posts.Select(post => CopyOf(post, file.IsSample, importedAt))]);

    /// <param name="line">From 0. A line that the parser said nothing of is set aside, never lost.</param>
    public LineRole RoleOf(int line) => line < Parsed.Roles.Count ? Parsed.Roles[line] : LineRole.SetAside;

    private static Copy CopyOf(ParsedPost parsed, bool isSample, DateTime importedAt)
    {
        var draft = PostDraft.Of(parsed, isSample);
        ulong[] ids = [.. HeadlineId.Wordings(draft.Post.Headlines).Select(wording => HeadlineId.Bits(draft.Key.Full, wording.Folded, wording.Occurrence))];
        return new(draft.Key, PostText.Of(draft.Post), ids, isSample, importedAt);
    }
}
