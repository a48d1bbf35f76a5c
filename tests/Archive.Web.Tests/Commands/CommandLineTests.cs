using Archive.Web.Commands;

namespace Archive.Web.Tests.Commands;

[Trait("Store", "Any")]
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("import|a.txt|--Import:MaxLineBytes=10|--dry-run", "--Import:MaxLineBytes=10", "import|a.txt|--dry-run")]
    [InlineData("--Site:Title|My digests|serve", "--Site:Title=My digests", "serve")]
    [InlineData("--urls|http://127.0.0.1:0", "--urls=http://127.0.0.1:0", "")]
    [InlineData("--Site:Title=|serve", "--Site:Title=", "serve")]
    [InlineData("--Kestrel:Endpoints:A:Url=http://[::1]:80", "--Kestrel:Endpoints:A:Url=http://[::1]:80", "")]
    [InlineData("import|--|--Site:Title=x", "", "import|--|--Site:Title=x")]
    [InlineData("import|a:b.txt|--json", "", "import|a:b.txt|--json")]
    public void Settings_are_told_from_words_wherever_they_stand(string typed, string settings, string words)
    {
        var split = CommandLine.Split(typed.Split('|'));
        Assert.Equal(settings, string.Join('|', split.Settings));
        Assert.Equal(words, string.Join('|', split.Words));
    }
}
