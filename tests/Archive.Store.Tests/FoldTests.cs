namespace Archive.Store.Tests;

[Trait("Store", "Any")]
public sealed class FoldTests
{
    [Theory]
    [InlineData("Ürümqi", "urumqi")]
    [InlineData("U\u0308ru\u0308mqi", "urumqi")]
    [InlineData("Göttingen", "gottingen")]
    [InlineData("İstanbul ve Ağrı", "istanbul-ve-agri")]
    [InlineData("ﬁre at the ＵＳ embassy", "fire-at-the-us-embassy")]
    [InlineData("Łódź, Straße, Ærø", "lodz-strasse-aero")]
    [InlineData("Tiếng Việt", "tieng-viet")]
    [InlineData("ئۇيغۇر سادا", "ئۇيغۇر-سادا")]
    public void A_slug_is_ascii_where_its_letters_can_be(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Theory]
    [InlineData("Ürümqi", "U\u0308RU\u0308MQI")]
    [InlineData("Café “Kashgar”", "cafe kashgar")]
    [InlineData("ＵＳ", "us")]
    public void Wordings_that_differ_only_in_marks_fold_to_one(string one, string other) => Assert.Equal(Fold.Text(one), Fold.Text(other));
}
