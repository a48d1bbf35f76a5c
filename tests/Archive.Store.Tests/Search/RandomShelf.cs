using System.Globalization;

namespace Archive.Store.Tests.Search;

/// <summary>Digests and statements of few words, so that words meet, repeat and stand in a row by chance; the same seed makes the same.</summary>
internal sealed class RandomShelf(int seed)
{
    private static readonly string[] Words =
        ["court", "Court", "herders", "Uyghur", "Uighur", "labour", "labor", "forced", "camps", "Ürümqi", "维吾尔", "新疆", "ئۇيغۇر", "Уйғур", "བོད་", "of", "the", "to", "U.S.", "covid-19", "China’s", "Lhasa", "42"];

    private static readonly string[] Outlets = ["BBC", "Lake Post", "The Post"];

    private readonly Random random = new(seed);

    private long lastHeadline;

    public List<Outlet> OutletRows { get; } = [.. Outlets.Select((name, i) => new Outlet { Id = i + 1, Name = name, Slug = Slug.Of(name) })];

    public Category Category { get; } = new() { Id = 1, Name = "human dignity", Slug = "human-dignity" };

    /// <summary>A digest of some days around the turn of a year, or a statement; one in ten has no date.</summary>
    public Post Post(long id)
    {
        var end = random.Next(10) == 0 ? (DateOnly?)null : new DateOnly(2020, 12, 1).AddDays(random.Next(60));
        var isDigest = random.Next(5) > 0;
        var post = new Post
        {
            Id = id,
            Kind = isDigest ? PostKind.Digest : PostKind.Statement,
            Title = isDigest ? "Lake News" : Text(4),
            DateStart = end?.AddDays(-random.Next(3)),
            DateEnd = end,
            DatePrecision = end is null ? null : DatePrecision.Day,
            Slug = $"lake-{id:0000}",
            SourceKey = $"key-{id}",
            TitleKey = $"title-{id}",
            ContentHash = id.ToString(CultureInfo.InvariantCulture),
            PrintedHash = id.ToString(CultureInfo.InvariantCulture),
        };
        for (var (position, count) = (0, isDigest ? random.Next(12) : 0); position < count; position++)
        {
            post.Headlines.Add(new()
            {
                Id = ++lastHeadline,
                PostId = id,
                PublicId = $"{lastHeadline:0000000000}",
                Position = position,
                Text = Text(random.Next(1, 7)),
                Url = random.Next(3) == 0 ? null : $"https://news.example/{lastHeadline}",
                OutletId = random.Next(4) is > 0 and var outlet ? outlet : null,
            });
        }
        if (!isDigest)
        {
            post.Passages.Add(new() { Id = id, PostId = id, Text = Text(20) });
        }
        post.HeadlineCount = post.Headlines.Count;
        return post;
    }

    /// <summary>A search of up to four words with everything that may stand between and before them.</summary>
    public string Query()
    {
        var parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(9) switch
        {
            0 => $"-{Word()}",
            1 => $"\"{Word()} {Word()}\"",
            2 => $"{Word()[..1]}*",
            3 => $"({Word()} or {Word()})",
            4 => $"{Word()} OR",
            5 => random.Next(2) == 0 ? "is:lost" : "outlet:post",
            6 => random.Next(2) == 0 ? "after:2021" : "on:2020-12-24",
            _ => Word(),
        });
        return string.Join(' ', parts);
    }

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Word() => Words[random.Next(Words.Length)];
}
