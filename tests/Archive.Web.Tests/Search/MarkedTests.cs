using System.Text.Encodings.Web;
using Archive.Store.Search;
using Archive.Web.Pages.Printed;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Archive.Web.Tests.Search;

[Trait("Store", "Any")]
public sealed class MarkedTests
{
    [Fact]
    public void Text_stays_encoded_inside_marks_and_between_them() =>
        Assert.Equal("&lt;b&gt;<mark>&amp;</mark> <mark>&lt;/b&gt;</mark>&quot;", Marked("<b>& </b>\"", (3, 1), (5, 4)));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(0, -3)]
    [InlineData(2, 9)]
    [InlineData(9, 1)]
    [InlineData(1, int.MaxValue)]
    public void A_mark_outside_the_text_marks_nothing(int start, int length) => Assert.Equal("abc", Marked("abc", (start, length)));

    [Fact]
    public void A_mark_over_another_is_left_out() => Assert.Equal("<mark>ab</mark>cd", Marked("abcd", (0, 2), (1, 2)));

    private static string Marked(string text, params (int Start, int Length)[] marks)
    {
        TagHelperOutput output = new("bdi", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new PrintedTagHelper { Printed = text, Marks = [.. marks.Select(mark => new TextSpan(mark.Start, mark.Length))] }
            .Process(new([], new Dictionary<object, object>(), "one"), output);
        return output.Content.GetContent(HtmlEncoder.Default);
    }
}
