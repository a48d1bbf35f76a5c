using Archive.Store;

namespace Archive.Web.Tests.Reading;

/// <summary>A small archive with a post of every face: what the pages of one archive look like side by side.</summary>
internal static class SampleShelf
{
    private static readonly string[] January =
    [
        "UK should not strike trade deals with genocidal states",
        "UK must do more to prevent genocide – Church leaders",
        "World War 3 fears: Biden ‘not man enough’ to stand up to China, claims expert",
        "Opinion: Olympic Flame Of Suffering",
        "China removes Uyghur language as medium of instruction in Xinjiang",
        "Ministers move to stop backbench revolt over UK courts’ role in genocide rulings",
        "US must ‘impose cost’ on China for threat towards Taiwan, Ho …",
        "30 rabbis and community leaders back bill urging end to Uyghur persecution",
        "ئۇيغۇر ئېلىدىكى ۋەزىيەت توغرىسىدا يېڭى دوكلات ئېلان قىلىندى",
        "བོད་ལྗོངས་ཀྱི་གསར་འགྱུར་གནས་ཚུལ།",
        "维吾尔人权法案在国会获得通过",
        "Vancouver miner says China trying to steal Xinjiang gold mine",
        "Pressure and propaganda – the reality of reporting Xinjiang",
        "The logic of sanctions is appealing, but do not work with communist countries",
    ];

    public static IReadOnlyList<Post> Posts()
    {
        Outlet bbc = new() { Name = "BBC", Slug = "bbc" }, wsj = new() { Name = "Wall Street Journal", Slug = "wall-street-journal" };
        Category dignity = new() { Name = "human dignity", Slug = "human-dignity" };

        var week = HandMade.Digest(new(2021, 1, 27), new(2021, 1, 29), January);
        var turned = HandMade.Digest(new(2021, 1, 30), new(2021, 2, 1), January[..9]);
        turned.Problems.Add(Problem(7, "weekday-conflict", "the title says Saturday – Sunday, but 1 February 2021 is a Monday; the dates are kept"));
        var empty = HandMade.Digest(new(2021, 2, 15), new(2021, 2, 19));
        var linked = HandMade.Digest(new(2021, 1, 18), new(2021, 1, 20));
        HandMade.AddHeadline(linked, "US secretary of state declares genocide in Xinjiang", "https://www.bbc.co.uk/news/world-us-canada-55723522", bbc, "Governments");
        HandMade.AddHeadline(linked, "Parliament votes on trade and genocide", "https://münchen.example/artikel?id=4", null, "Governments");
        HandMade.AddHeadline(linked, "Camps seen from the air", null, wsj, "Reports");
        HandMade.AddHeadline(linked, "A survivor speaks", "mailto:editor@news.example", null, "Reports");
        var lines = Enumerable.Range(1, 200).Select(n => n % 2 == 0 ? "" : n < 5 ? "Category Archives: human dignity" : January[n / 2 % January.Length]).ToList();
        lines[4] = week.Title;
        Array.ForEach([week, turned, empty, linked], post => post.Categories.Add(dignity));

        var report = HandMade.Make(PostKind.Report, "Congressional – Executive Commission on China December 2020 Report", new(2020, 12, 1), new(2020, 12, 31));
        report.DatePrecision = DatePrecision.Month;
        report.Caption = report.Title;
        HandMade.Add(report, PassageRole.Paragraph, "From the Executive Summary:", Long);
        HandMade.Add(report, PassageRole.Subhead, "On Tibet:");
        HandMade.Add(report, PassageRole.Paragraph, Long, Long);
        report.Categories.Add(dignity);
        HandMade.Keep("000_weblog.txt", lines, (week, 5, 33), (turned, 35, 53), (empty, 1, 3), (linked, 61, 69), (report, 71, 150));
        HandMade.Keep("001_weblog.txt", lines, (week, 7, 35));

        var release = Releases.PressRelease();
        var statement = HandMade.Make(PostKind.Statement, "Statement: Coalition Calls on IOC to Announce Human Rights Due Diligence Plan ahead of Beijing 2022 Olympics", new(2021, 2, 3), null, Long);
        statement.IsExcerpt = true;
        statement.Issuer = "Coalition";
        statement.Credit = "Below is an article published by End Uyghur Forced Labour, Photo End Uyghur Forced Labour.";
        var article = HandMade.Make(PostKind.Article, "Huawei patent mentions use of Uighur-spotting tech", new(2021, 1, 13), null, Long, Long);
        (article.Outlet, article.IsExcerpt, article.Credit) = (bbc, true, "Below is an article published by BBC. Photo Reuters");
        var inferred = HandMade.Make(PostKind.Article, "Now home to the largest Uyghur emigree population outside of Central Asia, Turkey has become a focus for Chinese espionage", null, null, Long, Long, Long);
        (inferred.TitleInferred, inferred.Agency, inferred.IsSample) = (true, "ANI", true);
        inferred.Standfirst = "Now home to the largest Uyghur emigree population outside of Central Asia, Turkey has become a focus for Chinese espionage…reports Asian Lite News";
        inferred.Endnotes.Add(new() { Text = "RFA reported", OutletName = "Radio Free Asia" });
        var brief = HandMade.Make(PostKind.Brief, "Weekly Brief, 01 January 2021", new(2021, 1, 1));
        brief.Issuer = "World Uyghur Congress";
        HandMade.Add(brief, PassageRole.ItemTitle, "China Uses Tourism to Smother Uyghur Culture");
        HandMade.Add(brief, PassageRole.Paragraph, Long);
        HandMade.Add(brief, PassageRole.ItemTitle, "International Human Rights Day");
        HandMade.Add(brief, PassageRole.Paragraph, Long, Long);
        var letter = Releases.Letter();
        HandMade.Keep("003_stream.txt", lines, (release, 1, 60), (statement, 61, 70), (article, 71, 80), (inferred, 81, 99), (brief, 100, 140), (letter, 141, 190));
        return [week, turned, empty, linked, report, release, statement, article, inferred, brief, letter];
    }

    internal const string Long =
        "The Commission’s annual report covers the period from July 1, 2019 to July 1, 2020. As discussed in the chapters that follow, the authorities took further steps in that year to limit "
        + "the freedom of religion, of speech and of assembly, and reached beyond the country’s borders to do so. Families of those who spoke out were visited, questioned and in several cases detained.";

    private static SourceProblem Problem(int line, string code, string message) =>
        new() { Line = line, Code = code, Message = message };
}
