namespace Archive.Store.Search.Folding;

/// <summary>
/// Letters of scripts whose marks carry meaning, taken apart into letter and mark as Unicode's canonical decomposition has it, so that
/// both ways of writing them meet; a nukta, which is often left out, is dropped. The first code and, from it on, the parts.
/// </summary>
internal static class ComposedLetters
{
    public static readonly (int First, string Plain)[] Runs =
    [
        (0x0929, "\u0928"),
        (0x0931, "\u0930 - - \u0933"),
        (0x0958, "\u0915 \u0916 \u0917 \u091C \u0921 \u0922 \u092B \u092F"),
        (0x09CB, "\u09C7\u09BE \u09C7\u09D7"),
        (0x09DC, "\u09A1 \u09A2 - \u09AF"),
        (0x0A33, "\u0A32 - - \u0A38"),
        (0x0A59, "\u0A16 \u0A17 \u0A1C - - \u0A2B"),
        (0x0B48, "\u0B47\u0B56 - - \u0B47\u0B3E \u0B47\u0B57"),
        (0x0B5C, "\u0B21 \u0B22"),
        (0x0B94, "\u0B92\u0BD7"),
        (0x0BCA, "\u0BC6\u0BBE \u0BC7\u0BBE \u0BC6\u0BD7"),
        (0x0C48, "\u0C46\u0C56"),
        (0x0CC0, "\u0CBF\u0CD5 - - - - - - \u0CC6\u0CD5 \u0CC6\u0CD6 - \u0CC6\u0CC2 \u0CC6\u0CC2\u0CD5"),
        (0x0D4A, "\u0D46\u0D3E \u0D47\u0D3E \u0D46\u0D57"),
        (0x0DDA, "\u0DD9\u0DCA - \u0DD9\u0DCF \u0DD9\u0DCF\u0DCA \u0DD9\u0DDF"),
        (0x0F43, "\u0F42\u0FB7"),
        (0x0F4D, "\u0F4C\u0FB7 - - - - \u0F51\u0FB7 - - - - \u0F56\u0FB7 - - - - \u0F5B\u0FB7"),
        (0x0F69, "\u0F40\u0FB5"),
        (0x0F73, "\u0F71\u0F72 - \u0F71\u0F74 \u0FB2\u0F80 - \u0FB3\u0F80"),
        (0x0F81, "\u0F71\u0F80"),
        (0x0F93, "\u0F92\u0FB7"),
        (0x0F9D, "\u0F9C\u0FB7 - - - - \u0FA1\u0FB7 - - - - \u0FA6\u0FB7 - - - - \u0FAB\u0FB7"),
        (0x0FB9, "\u0F90\u0FB5"),
        (0x1026, "\u1025\u102E"),
        (0x1B06, "\u1B05\u1B35 - \u1B07\u1B35 - \u1B09\u1B35 - \u1B0B\u1B35 - \u1B0D\u1B35 - - - \u1B11\u1B35"),
        (0x1B3B, "\u1B3A\u1B35 - \u1B3C\u1B35 - - \u1B3E\u1B35 \u1B3F\u1B35 - \u1B42\u1B35"),
        (0xFF66, "ヲ ァ ィ ゥ ェ ォ ャ ュ ョ ッ ー ア イ ウ エ オ カ キ ク ケ コ サ シ ス"),
        (0xFF7E, "セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ"),
        (0xFF96, "ヨ ラ リ ル レ ロ ワ ン \u3099 \u309A"),
    ];

    private const string Voiced = "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞ";
    private const string HalfVoiced = "はぱひぴふぷへぺほぽ";
    private const string KatakanaAlone = "ワヷヰヸヱヹヲヺ";

    /// <summary>Kana with their voicing marks: が is か and the mark.</summary>
    public static IEnumerable<(char Letter, string Plain)> Kana()
    {
        foreach (var (pairs, mark) in ((string, char)[])[(Voiced, '\u3099'), (HalfVoiced, '\u309A')])
        {
            foreach (var pair in pairs.Chunk(2))
            {
                yield return (pair[1], $"{pair[0]}{mark}");
                yield return ((char)(pair[1] + 0x60), $"{(char)(pair[0] + 0x60)}{mark}");
            }
        }
        foreach (var pair in KatakanaAlone.Chunk(2))
        {
            yield return (pair[1], $"{pair[0]}\u3099");
        }
    }
}
