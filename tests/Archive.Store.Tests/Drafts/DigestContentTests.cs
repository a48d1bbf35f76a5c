using Archive.Store.Drafts;

namespace Archive.Store.Tests.Drafts;

public sealed class DigestContentTests
{
    private static readonly DateOnly Day = new(2021, 3, 3);

    private static readonly DraftHeadline First = new("Cotton buyers ask for audits", "Reuters", "https://www.reuters.com/world/audits", "Economy");

    private static readonly DraftHeadline Second = new("Herders blocked from pasture", null, null);

    private static DigestContent Content => new("Links for 3 March 2021", Day, Day, [First, Second]);

    [Fact]
    public void The_same_content_has_the_same_hash_on_every_machine()
    {
        Assert.Equal(Content.Hash(), Content.Hash());
        Assert.Equal("ca5b135677fb1bb761cc954e4da795dcac7a11a0b608221c7f059e6f43896682", Content.Hash());
    }

    [Fact]
    public void What_a_form_adds_on_its_way_changes_no_hash() =>
        Assert.Equal(Content.Hash(), new DigestContent(" Links for 3 March 2021\r\n", Day, Day, [First with { Text = "Cotton buyers ask for audits " }, Second with { Outlet = "", Url = " ", Section = "" }]).Hash());

    [Fact]
    public void Every_other_content_has_another_hash()
    {
        DigestContent[] others =
        [
            Content,
            new("Links for 3 March 2022", Day, Day, [First, Second]),
            new("Links for 3 March 2021", Day.AddDays(-1), Day, [First, Second]),
            new("Links for 3 March 2021", Day, Day.AddDays(1), [First, Second]),
            new("Links for 3 March 2021", Day, Day, [Second, First]),
            new("Links for 3 March 2021", Day, Day, [First]),
            new("Links for 3 March 2021", Day, Day, [First, Second, Second]),
            new("Links for 3 March 2021", Day, Day, []),
            new("Links for 3 March 2021", Day, Day, [First with { Text = "Cotton buyers ask for audit" }, Second]),
            new("Links for 3 March 2021", Day, Day, [First with { Outlet = null }, Second]),
            new("Links for 3 March 2021", Day, Day, [First with { Url = First.Url + "/" }, Second]),
            new("Links for 3 March 2021", Day, Day, [First with { Section = null }, Second]),
            new("Links for 3 March 2021", Day, Day, [First, Second with { Outlet = "Economy" }]),
            new("Links for 3 March 2021", Day, Day, [First, Second with { Url = "https://example.org/" }]),
            new("Links for 3 March 2021", Day, Day, [First with { Text = "Cotton buyers ask for auditsReuters", Outlet = null }, Second]),
        ];

        Assert.Equal(others.Length, others.Select(content => content.Hash()).Distinct().Count());
    }
}
