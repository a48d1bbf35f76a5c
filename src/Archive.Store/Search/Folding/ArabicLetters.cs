namespace Archive.Store.Search.Folding;

/// <summary>
/// Letters of Arabic script that keyboards of Arabic, Persian, Urdu and Uyghur write with different codes, and those that writers put
/// for each other. By code, because an editor shows such rows back to front. The vowels of Uyghur (ۇ ۆ ۈ ې) stay apart from و and ي.
/// </summary>
internal static class ArabicLetters
{
    public static readonly (string Plain, string Letters)[] Rows =
    [
        ("\u0627", "\u0622\u0623\u0625\u0671\u0672\u0673\u0675"), // alef: with madda, with hamza, wasla
        ("\u0648", "\u0624\u0676"), // waw: with hamza
        ("\u06C7", "\u0677"), // u: with high hamza
        ("\u064A", "\u0649\u06CC\u0626\u0678"), // yeh: alef maqsura, Persian yeh, with hamza (Uyghur and Arabic)
        ("\u06D2", "\u06D3"), // barree yeh: with hamza
        ("\u0643", "\u06A9\u06AA"), // kaf: keheh, swash kaf
        ("\u0647", "\u0629\u06BE\u06C0\u06C1\u06C2\u06C3\u06D5\u06FF"), // heh: teh marbuta, doachashmee, goal, Uyghur ae
    ];
}
