using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>How text is cut into words: one row for each thing that writing does.</summary>
[Trait("Store", "Any")]
public sealed class TokenTests
{
    [Theory]
    // Words, and what cuts them
    [InlineData("China possibly committed genocide", "china possibly committed genocide")]
    [InlineData("China's", "china s")]
    [InlineData("China’s", "china s")]
    [InlineData("Xiʼan", "xi an")]
    [InlineData("covid-19", "covid 19")]
    [InlineData("[U.S. commission says]", "u s commission says")]
    [InlineData("C++ at 50 % & more", "c at 50 more")]
    [InlineData("a_b/c\\d=e~f", "a b c d e f")]
    [InlineData("", "")]
    [InlineData("?! … ＊ 𝄞\u0301", "？ ！ … ＊ 𝄞")]
    [InlineData(" \u200B\u0301\t", "")]
    // Latin: case, accents, letters of their own
    [InlineData("Ürümqi ÜRÜMQİ", "urumqi urumqi")]
    [InlineData("U\u0308ru\u0308mqi", "urumqi")]
    [InlineData("Straße STRASSE STRAẞE", "strasse strasse strasse")]
    [InlineData("Ærø Łódź Đà Nẵng Ĳssel Œuvre Þór ıI", "aero lodz da nang ijssel oeuvre thor ii")]
    [InlineData("Kürşat Əliyev Eñe ŋ", "kursat eliyev ene ng")]
    [InlineData("ﬁre oﬃce № 5 ＢＢＣ　Ｎｅｗｓ Ⅳ ⓐ K Å", "fire office no 5 bbc news iv a k a")]
    [InlineData("𝗨𝘆𝗴𝗵𝘂𝗿 𝟚𝟘𝟚𝟙", "uyghur 2021")]
    [InlineData("CO₂", "co2")]
    [InlineData("genocide² said¹² ①", "genocide 2 said 12 1")]
    // Greek and Cyrillic
    [InlineData("Κίνα ΚΊΝΑ Κινα Ἀθῆναι λόγος ΛΟΓΟΣ", "κινα κινα κινα αθηναι λογοσ λογοσ")]
    [InlineData("Уйғур Уйгур УЙҒУР Уи\u0306гур", "уигур уигур уигур уигур")]
    [InlineData("Қазақстан Казахстан қытай ҳәқ һақ Үрүмчи ёлка Київ җуңго", "казакстан казахстан кытаи хак хак урумчи елка киів жунго")]
    // Arabic script
    [InlineData("ئۇيغۇر", "يۇيغۇر")]
    [InlineData("شىنجاڭ شینجاڭ شينجاڭ", "شينجاڭ شينجاڭ شينجاڭ")]
    [InlineData("ﺋﯘﻳﻐﯘﺭ", "يۇيغۇر")]
    [InlineData("الإيغور الأيغور الايغور الاٍيغور", "الايغور الايغور الايغور الايغور")]
    [InlineData("مُحَمَّد مـحـمـد", "محمد محمد")]
    [InlineData("مسؤول مسو\u0654ول آسيا ا\u0653سيا", "مسوول مسوول اسيا اسيا")]
    [InlineData("مدرسة مدرسه کتاب كتاب می\u200Cخواهم", "مدرسه مدرسه كتاب كتاب ميخواهم")]
    [InlineData("ئەھۋال ئېغىر كۆز ۈن", "يههۋال يېغير كۆز ۈن")]
    [InlineData("٢٠٢١ ۲۰۲۱ २०२१ ２０２１ ๒๐๒๑", "2021 2021 2021 2021 2021")]
    [InlineData("ﻻ ﷲ", "لا الله")]
    // Hebrew, Devanagari, Bengali, Armenian, Georgian
    [InlineData("שָׁלוֹם שלום", "שלום שלום")]
    [InlineData("हिन्दी क़ानून क\u093Cानून", "हिन्दी कानून कानून")]
    [InlineData("\u0995\u09CB \u0995\u09C7\u09BE", "\u0995\u09C7\u09BE \u0995\u09C7\u09BE")]
    [InlineData("Երևան ԵՐԵՒԱՆ თბილისი ᲗᲑᲘᲚᲘᲡᲘ", "երեւան երեւան თბილისი თბილისი")]
    // Scripts without blanks
    [InlineData("新疆维吾尔", "新 疆 维 吾 尔")]
    [InlineData("\u2F42\u2F08 \uF900", "文 人 豈")]
    [InlineData("BBC中文网2021", "bbc 中 文 网 2021")]
    [InlineData("ウイグル ｳｲｸﾞﾙ ウイク\u3099ル", "ウ イ ク\u3099 ル ウ イ ク\u3099 ル ウ イ ク\u3099 ル")]
    [InlineData("위구르 \u110B\u1171\u1100\u116E\u1105\u1173", "위 구 르 위 구 르")]
    [InlineData("한 \u1112\u1161\u11AB 가\u11A8", "한 한 각")]
    [InlineData("อุยกูร์", "อุ ย กู ร\u0E4C")]
    [InlineData("ខ្មែរ", "ខ្មែ រ")]
    [InlineData("မြန်မာ", "မြ န\u103A မာ")]
    public void A_text_is_cut_into_folded_words(string text, string expected)
    {
        Assert.Equal(expected, string.Join(' ', SearchText.Tokens(text).Select(token => token.Term)));
    }

    [Theory]
    // Blanks and punctuation leave no gap between words; a tsheg, a shad or a blank does between characters; a dot inside a name does not.
    [InlineData("covid-19: China's", "0 1 2 3")]
    [InlineData("新疆 维吾尔", "0 1 3 4 5")]
    [InlineData("新。疆", "0 2")]
    [InlineData("伊力·土赫", "0 1 2 3")]
    [InlineData("བོད་ཡིག།", "0 1 3 4")]
    [InlineData("བོད་ ཡིག", "0 1 3 4")]
    [InlineData("中文BBC 中文", "0 1 2 3 4")]
    [InlineData("中文 BBC", "0 1 3")]
    [InlineData("👍🏽 ok 👨‍👩‍👧", "0 1 2 3 4")]
    public void Neighbours_are_one_apart(string text, string positions)
    {
        Assert.Equal(positions, string.Join(' ', SearchText.Tokens(text).Select(token => token.Position)));
    }

    [Theory]
    [InlineData("the Ü\u0308ru\u0308mqi\u0301!", "the|Ü\u0308ru\u0308mqi\u0301")]
    [InlineData("«ئۇيغۇر\u200F» مُحَمَّدٌ", "ئۇيغۇر|مُحَمَّدٌ")]
    [InlineData("བོད་ལྗོངས", "བོ|ད|ལྗོ|ང|ས")]
    [InlineData("ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠪᠠᠶᠢᠨ\u180Eᠠ", "ᠮᠣᠩᠭᠣᠯ|ᠤᠨ|ᠪᠠᠶᠢᠨ\u180Eᠠ")]
    [InlineData("한 \u1112\u1161\u11AB", "한|\u1112\u1161\u11AB")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "soft\u00ADhyphen|zero\u200Bwidth")]
    [InlineData("🔥️fire 🇨🇳", "🔥️|fire|🇨|🇳")]
    public void A_token_knows_where_it_is_printed(string text, string printed)
    {
        Assert.Equal(printed, string.Join('|', SearchText.Tokens(text).Select(token => text.Substring(token.Start, token.Length))));
    }

    [Fact]
    public void Composed_and_decomposed_writing_meet_in_every_letter_that_a_keyboard_has()
    {
        (string Composed, string Decomposed)[] twins =
        [
            ("é", "e\u0301"), ("ệ", "e\u0323\u0302"), ("ǖ", "u\u0308\u0304"), ("ά", "α\u0301"), ("ΐ", "ι\u0308\u0301"), ("ᾷ", "α\u0342\u0345"), ("й", "и\u0306"), ("ё", "е\u0308"),
            ("ї", "і\u0308"), ("ў", "у\u0306"), ("ѓ", "г\u0301"), ("آ", "ا\u0653"), ("أ", "ا\u0654"), ("إ", "ا\u0655"), ("ؤ", "و\u0654"), ("ئ", "ي\u0654"), ("ۀ", "ە\u0654"),
            ("ۓ", "ے\u0654"), ("ऩ", "न\u093C"), ("ொ", "\u0BC6\u0BBE"), ("\u0F43", "\u0F42\u0FB7"), ("\u0F73", "\u0F71\u0F72"), ("ဦ", "\u1025\u102E"), ("が", "か\u3099"), ("パ", "ハ\u309A"),
            ("각", "\u1100\u1161\u11A8"), ("שׁ", "ש\u05C1"), ("豈", "\uF900"), ("Å", "A\u030A"), ("ﾊﾟ", "パ"), ("ǽ", "æ\u0301"),
        ];
        Assert.All(twins, twin => Assert.Equal(Terms("a" + twin.Composed + "b"), Terms("a" + twin.Decomposed + "b")));
    }

    [Fact]
    public void A_word_without_end_is_known_by_its_beginning()
    {
        var token = Assert.Single(SearchText.Tokens(new string('x', 59) + string.Concat(Enumerable.Repeat("\U00010428", 5000))));
        Assert.Equal(new string('x', 59), token.Term);
        Assert.Equal(10_059, token.Length);
    }

    [Fact]
    public void Any_text_gives_words_that_are_well_formed_and_in_order()
    {
        Assert.Empty(SearchText.Tokens("\uDC00 \uD800"));
        Assert.Equal(["uy", "ghur"], Terms("Uy\uD800ghur"));
        var random = new Random(20210129);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(3) == 0 ? (char)random.Next(0x80) : (char)random.Next(0x10000)));
            var tokens = SearchText.Tokens(text);
            Assert.All(tokens, token =>
            {
                Assert.InRange(token.Term.Length, 1, SearchText.LongestTerm);
                Assert.DoesNotContain(token.Term, c => char.IsWhiteSpace(c) || char.IsControl(c));
                Assert.Equal(token.Term, string.Concat(token.Term.EnumerateRunes()));
                Assert.InRange(token.Start + token.Length, token.Start + 1, text.Length);
            });
            Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.Position < pair.Second.Position && pair.First.Start + pair.First.Length <= pair.Second.Start));
        }
    }

    [Fact]
    public void A_folded_word_folds_to_itself()
    {
        var every = string.Join(' ', Enumerable.Range(0x20, 0xFFE0).Where(code => !char.IsSurrogate((char)code)).Select(code => $"a{(char)code}b"));
        Assert.All(SearchText.Tokens(every), token => Assert.Equal([token.Term], Terms(token.Term)));
    }

    private static string[] Terms(string text) => [.. SearchText.Tokens(text).Select(token => token.Term)];
}
