using Archive.Web.Fetching.Checking;

namespace Archive.Web.Tests.Fetching;

public sealed class RobotsTests
{
    [Theory]
    [InlineData("", "/page", true)]
    [InlineData("User-agent: *\nDisallow:", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /", "/page", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /page", "/page?x=1", true)]
    [InlineData("User-agent: *\nAllow: /news\nDisallow: /news/old", "/news/old/1", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*a*b*c", "/xxaxxbxxc", false)]
    [InlineData("User-agent: other\nDisallow: /", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: ArchiveLinkCheck\nAllow: /", "/page", true)]
    [InlineData("User-agent: archivelinkcheck\nUser-agent: other\nDisallow: /page # why\nUser-agent: *\nAllow: /", "/page", false)]
    [InlineData("User-agent: *\r\nDisallow: /page\r\nSitemap: https://news.example/map", "/page", false)]
    public void A_path_is_left_alone_where_the_file_says_so(string file, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsRules.Read(file, "ArchiveLinkCheck").Allows(path));

    [Fact]
    public void Stars_without_end_are_answered_at_once() =>
        Assert.True(RobotsRules.Read("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "b", "ArchiveLinkCheck").Allows("/" + new string('a', 8000)));
}
