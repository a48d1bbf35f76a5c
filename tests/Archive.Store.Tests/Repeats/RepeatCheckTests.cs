using System.Text;
using Archive.Store.Links;
using Archive.Store.Repeats;
using Archive.Store.Stories;

namespace Archive.Store.Tests.Repeats;

public sealed class RepeatCheckTests
{
    private static readonly DateOnly Day = new(2021, 3, 20);

    [Fact]
    public async Task A_link_is_known_again_however_it_is_spelled()
    {
        await using var archive = await WithAsync("Links for 14 March 2021\n\nGarment workers walk out https://example.org/news/garment?utm_source=mail\n");
        var found = await archive.RepeatsAsync(
            [new("Something else altogether", LinkAddress.Read("http://m.example.org/news/garment/#top")), new("Nothing of the kind", LinkAddress.Read("https://example.org/news/other"))], Day);

        var earlier = Assert.Single(found[0]);
        Assert.Equal((Likeness.SameLink, "Garment workers walk out", new DateOnly(2021, 3, 14), "/2021/03/14/links"), (earlier.Likeness, earlier.Text, earlier.Place.DateEnd, earlier.Place.Address));
        Assert.Empty(found[1]);
    }

    [Fact]
    public async Task A_title_is_known_again_by_the_rule_of_stories()
    {
        (string Title, Likeness? Likeness)[] titles =
        [
            ("GARMENT WORKERS walk out, in Ürümqi", Likeness.SameTitle),
            ("Garment workers walked out in Urumqi on Sunday", Likeness.SimilarTitle),
            ("In Urumqi, garment workers are walking out", Likeness.SimilarTitle),
            ("WATCH: Garment workers walk out in Urumqi – BBC News", Likeness.SimilarTitle),
            ("Garment workers do not walk out in Urumqi", null),
            ("Garment workers walk out in Lhasa", null),
            ("Garment workers", null),
            ("???", null),
            ("", null),
        ];
        await using var archive = await WithAsync("Links for 14 March 2021\n\nGarment workers walk out in Ürümqi\nCurfew lifted after a month\n");
        var found = await archive.RepeatsAsync([.. titles.Select(one => new NewHeadline(one.Title))], Day);

        Assert.Equal(titles, titles.Zip(found, (one, like) => (one.Title, like.Count == 0 ? null : (Likeness?)Assert.Single(like).Likeness)));
    }

    [Fact]
    public async Task A_title_is_repeated_at_any_time_and_is_similar_for_a_year()
    {
        await using var archive = await WithAsync("Links for 14 March 2019\n\nGarment workers walk out in Urumqi\n");

        Assert.Equal(Likeness.SameTitle, Assert.Single((await archive.RepeatsAsync([new("Garment workers walk out in Urumqi")], Day))[0]).Likeness);
        Assert.Empty((await archive.RepeatsAsync([new("Garment workers walked out in Urumqi today")], Day))[0]);
        Assert.Single((await archive.RepeatsAsync([new("Garment workers walked out in Urumqi today")], new(2020, 3, 1)))[0]);
    }

    [Fact]
    public async Task The_nearest_of_the_strongest_likeness_comes_first_and_a_digest_is_no_repeat_of_itself()
    {
        await using var archive = await WithAsync(
            "Links for 14 March 2021\n\nGarment workers walk out in Urumqi\n",
            "Links for 18 March 2021\n\nGarment workers walked out in Urumqi\n",
            "Links for 19 March 2021\n\nGarment workers walk out in Urumqi\n");
        await using var context = archive.Context();
        var last = await context.Posts.OrderByDescending(post => post.SortDay).Select(post => post.Id).FirstAsync(TestContext.Current.CancellationToken);

        Assert.Equal([19, 14, 18], (await archive.RepeatsAsync([new("Garment workers walk out in Urumqi")], Day))[0].Select(one => one.Place.DateEnd!.Value.Day));
        Assert.Equal([14, 18], (await archive.RepeatsAsync([new("Garment workers walk out in Urumqi")], Day, last))[0].Select(one => one.Place.DateEnd!.Value.Day));
    }

    [Fact]
    public async Task What_the_index_finds_is_what_comparing_with_every_headline_finds()
    {
        var pairs = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Stories", "pairs.tsv")).Skip(1).Select(line => line.Split('\t')).Where(cells => cells[3] == "held").ToList();
        var titles = pairs.SelectMany(pair => pair[..2]).Distinct(StringComparer.Ordinal).ToList();
        await using var archive = await WithAsync([.. titles.Chunk(300).Select((some, i) => $"Links for {i + 1} March 2021\n\n- {string.Join("\n- ", some)}\n")]);
        await using var context = archive.Context();
        var kept = (await context.Headlines.Select(headline => headline.Text).ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(text => (Text: text, Wording: StoryWording.Of(text)));
        var found = await archive.RepeatsAsync([.. titles.Select(title => new NewHeadline(title))], Day);

        var missed = new StringBuilder();
        foreach (var (title, like) in titles.Zip(found))
        {
            var wording = StoryWording.Of(title);
            var all = kept.Where(other => StoryRule.IsSame(wording, other.Wording)).Select(other => other.Text).ToList();
            if (like.Count != Math.Min(all.Count, RepeatCheck.MostOfOne) || like.Any(one => !all.Contains(one.Text)))
            {
                missed.AppendLine($"{title}\n   is like {string.Join(" | ", all)}\n   found   {string.Join(" | ", like.Select(one => one.Text))}");
            }
        }
        Assert.True(missed.Length == 0, missed.ToString());
        Assert.InRange(found.Count(like => like.Count > 1), 50, int.MaxValue);
    }

    [Fact]
    public async Task However_many_headlines_are_checked_the_store_is_asked_as_often()
    {
        await using var archive = await WithAsync("Links for 14 March 2021\n\nGarment workers walk out in Urumqi https://example.org/1\nCurfew lifted after a month in Lhasa https://example.org/2\n", "Links for 14 May 2020\n\nGarment workers walk out in Urumqi\n");
        var headlines = Enumerable.Range(0, 40).Select(i => new NewHeadline($"Garment workers walk out in Urumqi for the {i}th time", LinkAddress.Read($"https://example.org/{i}"))).ToList();
        await archive.RepeatsAsync(headlines, Day);
        var (before, one) = (archive.Commands.Count, 0);
        await archive.RepeatsAsync(headlines[..1], Day);
        (before, one) = (archive.Commands.Count, archive.Commands.Count - before);
        await archive.RepeatsAsync(headlines, Day);

        Assert.InRange(one, 1, 8);
        Assert.Equal(one, archive.Commands.Count - before);
    }

    private static async Task<ArchiveOnDisk> WithAsync(params string[] lists)
    {
        var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync([.. lists.Select((list, i) => archive.Seed($"{i}.txt", list))]);
        return archive;
    }
}
