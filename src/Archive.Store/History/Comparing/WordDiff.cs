using System.Globalization;
using System.Text;
using DiffPlex;

namespace Archive.Store.History.Comparing;

/// <summary>Whether words stand in both texts, in the former alone, or in the later.</summary>
public enum PartKind
{
    Same,
    Removed,
    Added,
}

public sealed record DiffPart(PartKind Kind, string Text);

/// <summary>Two texts compared word by word, in any script.</summary>
public static class WordDiff
{
    // The time it takes grows with their number times that of the differences.
    private const int MostWords = 6000;

    /// <returns>The parts in their order; those that are not removed make the later text.</returns>
    public static IReadOnlyList<DiffPart> Of(string? before, string? after)
    {
        var (old, now) = (Words(before ?? ""), Words(after ?? ""));
        if (old.Length + now.Length > MostWords)
        {
            return [.. new[] { new DiffPart(PartKind.Removed, before ?? ""), new(PartKind.Added, after ?? "") }.Where(part => part.Text.Length > 0)];
        }
        var parts = new Parts();
        var at = 0;
        foreach (var block in new Differ().CreateCustomDiffs(before ?? "", after ?? "", ignoreWhiteSpace: false, Words).DiffBlocks)
        {
            parts.Same(string.Concat(now[at..block.InsertStartB]));
            at = block.InsertStartB + block.InsertCountB;
            parts.Changed(string.Concat(old[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]), string.Concat(now[block.InsertStartB..at]));
        }
        parts.Same(string.Concat(now[at..]));
        return parts.Finish();
    }

    /// <summary>A text cut into words, blanks and signs; put together again they are the text. Scripts without blanks are cut at each letter.</summary>
    internal static string[] Words(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var last = Piece.Sign;
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = PieceOf(rune);
            if (word.Length > 0 && !(piece == Piece.Mark || piece == last && piece is Piece.Word or Piece.Blank))
            {
                words.Add(word.ToString());
                word.Clear();
            }
            word.Append(rune.ToString());
            last = piece == Piece.Mark ? last : piece;
        }
        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }
        return [.. words];
    }

    private static Piece PieceOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Piece.Mark,
        _ when Rune.IsWhiteSpace(rune) => Piece.Blank,
        _ when rune.Value is '\'' or '’' or 'ʼ' => Piece.Word,
        _ when !Rune.IsLetterOrDigit(rune) => Piece.Sign,
        // Thai, Lao, Myanmar, Khmer; kana and Chinese characters, those beyond the first plane too.
        _ when rune.Value is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF
            or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => Piece.Letter,
        _ => Piece.Word,
    };

    private enum Piece
    {
        Word,
        Blank,
        /// <summary>Of a script without blanks between words.</summary>
        Letter,
        /// <summary>Belongs to what stands before it.</summary>
        Mark,
        Sign,
    }

    /// <summary>Changes with nothing but a blank between them are one: "ends the strike" is read as a whole, and not word about word.</summary>
    private sealed class Parts
    {
        private readonly List<DiffPart> done = [];

        private readonly StringBuilder removed = new();

        private readonly StringBuilder added = new();

        private string blank = "";

        public void Same(string text)
        {
            if (text.Length > 0 && string.IsNullOrWhiteSpace(text) && removed.Length + added.Length > 0)
            {
                blank = text;
            }
            else if (text.Length > 0)
            {
                Flush();
                done.Add(new(PartKind.Same, text));
            }
        }

        public void Changed(string was, string now)
        {
            removed.Append(blank).Append(was);
            added.Append(blank).Append(now);
            blank = "";
        }

        public List<DiffPart> Finish()
        {
            Flush();
            return done;
        }

        private void Flush()
        {
            if (removed.Length > 0)
            {
                done.Add(new(PartKind.Removed, removed.ToString()));
            }
            if (added.Length > 0)
            {
                done.Add(new(PartKind.Added, added.ToString()));
            }
            if (blank.Length > 0)
            {
                done.Add(new(PartKind.Same, blank));
            }
            removed.Clear();
            added.Clear();
            blank = "";
        }
    }
}
