using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.History;
using Archive.Web.Tests.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>A site with digests to correct, a day for each test.</summary>
public sealed class CorrectingSite : ShelfSite
{
    protected override IEnumerable<Post> Shelf()
    {
        for (var day = 1; day <= 45; day++)
        {
            var date = new DateOnly(2021, 1, 1).AddDays(day - 1);
            var digest = HandMade.Digest(date, date, $"Ferry workers strike on day {day}", $"Council hears the tea growers, day {day}");
            HandMade.AddHeadline(digest, $"Lanterns return to the harbour, day {day}", $"https://example.org/lanterns/{day}");
            yield return digest;
        }
        // More than one part of a form holds.
        yield return HandMade.Digest(new(2021, 5, 1), new(2021, 5, 1), [.. Enumerable.Range(1, 310).Select(number => $"Line {number} of the long list")]);
        yield return Letter(1, "Letter about the lakes");
        yield return Letter(2, "Letter about the ferries");
    }

    private static Post Letter(int day, string title)
    {
        var letter = HandMade.Make(PostKind.Letter, title, new(2021, 6, day), null, "We ask for lakes.", "And for ferries.");
        (letter.Place, letter.Addressee, letter.Salutation, letter.SignOff) = ("Geneva", "The ministers\nof all lakes", "Dear ministers,", "Yours faithfully,");
        letter.Signatories.Add(new() { Position = 0, Name = "A|B Trust", Place = "Oslo" });
        letter.Signatories.Add(new() { Position = 1, Name = "Lake Circle" });
        letter.Endnotes.Add(new() { Position = 0, Number = 1, Text = "Survey", Url = "https://example.org/survey" });
        return letter;
    }

    internal static string Digest(int day) => $"/2021/{(day - 1) / 31 + 1:00}/{(day - 1) % 31 + 1:00}/uyghur-news";

    /// <summary>The form of a digest's headline, as an editor comes to it from the digest's page.</summary>
    internal static async Task<(string Address, IHtmlDocument Form)> FormAsync(HttpClient editor, string page, string headline)
    {
        using var digest = await ArchiveSite.ReadAsync(await editor.GetAsync(page, TestContext.Current.CancellationToken));
        var address = digest.QuerySelectorAll("main a.correct").First(link => link.TextContent.EndsWith(headline, StringComparison.Ordinal)).GetAttribute("href")!;
        return (address, await ArchiveSite.ReadAsync(await editor.GetAsync(address, TestContext.Current.CancellationToken)));
    }

    /// <summary>Sends a form as it stands, but for some fields.</summary>
    internal static async Task<HttpResponseMessage> SendAsync(HttpClient editor, IHtmlDocument page, string address, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First();
        var fields = form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(field => field is not IHtmlInputElement { Type: "checkbox", IsChecked: false })
            .Select(field => (Name: field.GetAttribute("name")!, Value: field switch
            {
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement choice => choice.Value ?? "",
                _ => "",
            })).ToDictionary(field => field.Name, field => field.Value);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }
        using var content = new FormUrlEncodedContent(fields);
        return await editor.PostAsync(address, content, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until readers are shown a change: on PostgreSQL a node hears of it, which takes a moment.</summary>
    internal static async Task UntilAsync(HttpClient reader, string page, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!(await reader.GetStringAsync(page, patience.Token)).Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    internal async Task<IReadOnlyList<Revision>> RevisionsAsync(string address)
    {
        await using var archive = await Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var day = DateOnly.ParseExact(address[1..11], "yyyy/MM/dd", System.Globalization.CultureInfo.InvariantCulture);
        return await archive.Revisions.Where(row => archive.Posts.Any(post => post.Id == row.PostId && post.SortDay == day)).OrderBy(row => row.Number).ToListAsync(TestContext.Current.CancellationToken);
    }
}
