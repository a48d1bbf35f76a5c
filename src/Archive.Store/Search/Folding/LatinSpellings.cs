namespace Archive.Store.Search.Folding;

/// <summary>
/// What search folds of Latin script beside the accents of <see cref="LatinLetters"/>: letters that have no accent to lose, and letters
/// in the dress of a sign ("№", "Ⅳ", "ª"). Apart from that table, which decides ids and addresses and never changes.
/// </summary>
internal static class LatinSpellings
{
    public static readonly (string Plain, string Letters)[] Rows =
    [
        ("a", "ªᴬᵃₐ\u212B"), ("ae", "ǣǽ"), ("b", "ƀᴮᵇ"), ("c", "ℂᶜⅽ"), ("d", "ɖɗᴰᵈⅾ"), ("dz", "ǆǅǳǲ"), ("e", "əɛᴱᵉₑ℮"), ("f", "ᶠ"), ("g", "ǥɡᴳᵍ"),
        ("h", "ʰᴴₕ"), ("i", "ɨᴵᵢⁱℹⅰ"), ("ij", "ĳ"), ("j", "ʲᴶⱼ"), ("k", "ĸᴷᵏₖ\u212A"), ("l", "ŀƚˡᴸₗⅼℓ"), ("lj", "ǉǈ"), ("m", "ᴹᵐₘⅿ"),
        ("n", "ŉɲᴺⁿₙ"), ("ng", "ŋ"), ("nj", "ǌǋ"), ("no", "№"), ("o", "ǿɵºᴼᵒₒ"), ("p", "ᴾᵖₚ"), ("r", "ʳᴿᵣ"), ("s", "ſˢₛ"), ("ss", "ẞ"),
        ("t", "ŧᵀᵗₜ"), ("u", "ʉᵁᵘᵤ"), ("v", "ᵛᵥⱽⅴ"), ("w", "ʷᵂ"), ("x", "ˣₓⅹ"), ("y", "ʸ"), ("z", "ƶᶻ"), ("ʒ", "ǯᶾ"), ("μ", "µ"), ("ω", "\u2126"),
        ("ii", "ⅱ"), ("iii", "ⅲ"), ("iv", "ⅳ"), ("vi", "ⅵ"), ("vii", "ⅶ"), ("viii", "ⅷ"), ("ix", "ⅸ"), ("xi", "ⅺ"), ("xii", "ⅻ"),
        ("եւ", "և"), ("մն", "ﬓ"), ("մե", "ﬔ"), ("մի", "ﬕ"), ("վն", "ﬖ"), ("մխ", "ﬗ"), // Armenian, which has the same kind
    ];
}
