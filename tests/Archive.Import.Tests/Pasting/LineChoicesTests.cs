using Archive.Import.Lines;

namespace Archive.Import.Tests.Pasting;

public sealed class LineChoicesTests
{
    [Fact]
    public void Choices_are_written_and_read_again() =>
        Assert.Equal("1:title 3:headline 12:leave-out", LineChoices.Read("12:leave-out 3:headline 1:title").ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3:nonsense")]
    [InlineData("headline:3 -1:title 99999999999:title :title 4:Headline")]
    public void What_is_no_choice_is_read_over(string? written) => Assert.Empty(LineChoices.Read(written).All);

    [Fact]
    public void The_last_choice_for_a_line_holds_and_can_be_taken_back()
    {
        var choices = LineChoices.None.With(3, LineChoice.Title).With(3, LineChoice.Headline);
        Assert.Equal(LineChoice.Headline, choices.Of(3));
        Assert.Empty(choices.With(3, null).All);
    }
}
