using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Settings;

namespace Archive.Web.Feeds;

/// <summary>
/// An answer as a JSON Feed 1.1 (docs/API.md): its items are headlines, each counted by itself, and what else the answer says stands under
/// "_archive". Addresses are absolute where the site's base is known.
/// </summary>
internal sealed class SearchFeed(SearchAnswer answer, SiteOptions site)
{
    public const string ContentType = "application/feed+json";

    private static readonly JsonWriterOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static async Task WriteAsync(Stream output, SearchAnswer answer, SiteOptions site, CancellationToken cancellation = default)
    {
        await using var json = new Utf8JsonWriter(output, AsItStands);
        new SearchFeed(answer, site).Write(json);
        await json.FlushAsync(cancellation);
    }

    private void Write(Utf8JsonWriter json)
    {
        var asked = answer.Request;
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", string.IsNullOrWhiteSpace(asked.Query) ? $"{site.Title}: headlines" : $"{site.Title}: {asked.Query}");
        json.WriteString("home_page_url", site.Absolute(Permalink.Search(asked)));
        json.WriteString("feed_url", site.Absolute(Permalink.SearchFeed(asked)));
        if (answer.Next is not null)
        {
            json.WriteString("next_url", Feed(asked.FirstPage with { After = answer.Next }));
        }
        json.WriteString("language", "en-GB");
        json.WriteStartObject("_archive");
        WriteResult(json);
        new SearchFeedFacets(answer, site).Write(json);
        json.WriteEndObject();
        json.WriteStartArray("items");
        foreach (var headline in answer.Headlines)
        {
            WriteItem(json, headline);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteResult(Utf8JsonWriter json)
    {
        json.WriteString("query", answer.Request.Query);
        json.WriteNumber("total", answer.Total);
        json.WriteBoolean("totalIsLowerBound", answer.TotalIsLowerBound);
        if (answer.Previous is not null)
        {
            json.WriteString("previous_url", Feed(answer.Request.FirstPage with { Before = answer.Previous }));
        }
        json.WriteStartArray("notes");
        foreach (var note in answer.Notes)
        {
            json.WriteStringValue(note);
        }
        json.WriteEndArray();
        json.WriteStartArray("expanded");
        foreach (var expansion in answer.Expanded)
        {
            json.WriteStartObject();
            json.WriteString("typed", expansion.Typed);
            json.WriteString("topic", expansion.TopicSlug);
            json.WriteString("name", expansion.TopicName);
            json.WriteStartArray("also");
            foreach (var also in expansion.Also)
            {
                json.WriteStartObject();
                json.WriteString("spelling", also.Spelling);
                json.WriteBoolean("searched", also.IsSearched);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("posts");
        json.WriteNumber("total", answer.PostsTotal);
        json.WriteStartArray("items");
        foreach (var post in answer.Posts)
        {
            json.WriteStartObject();
            WritePlace(json, post.Place);
            WriteGiven(json, "issuer", post.Issuer);
            WriteGiven(json, "outlet", post.OutletName);
            WriteGiven(json, "snippet", post.Snippet);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteItem(Utf8JsonWriter json, FoundHeadline headline)
    {
        json.WriteStartObject();
        json.WriteString("id", headline.PublicId);
        json.WriteString("url", site.Absolute(Permalink.Headline(headline.PublicId)));
        WriteGiven(json, "external_url", headline.Url);
        json.WriteString("title", headline.Text);
        // Every item must have a content; a headline has none but itself.
        json.WriteString("content_text", headline.Text);
        if (headline.Place.DateEnd is { } day)
        {
            json.WriteString("date_published", Day(day) + "T00:00:00Z");
        }
        json.WriteStartObject("_archive");
        json.WriteString("kind", PostKindName.Of(headline.Place.Kind));
        WriteGiven(json, "outlet", headline.OutletName);
        json.WriteString("link", SearchStateName.Of(headline.Url is null ? SearchState.Lost : headline.IsDead ? SearchState.Dead : SearchState.Linked));
        json.WriteNumber("number", headline.Position + 1);
        json.WriteStartArray("matched");
        foreach (var form in headline.MatchedForms)
        {
            json.WriteStringValue(form);
        }
        json.WriteEndArray();
        if (headline.Story is not null)
        {
            json.WriteString("story", site.Absolute(Permalink.Story(headline.Story)));
        }
        json.WriteStartObject("digest");
        WritePlace(json, headline.Place);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WritePlace(Utf8JsonWriter json, FoundPlace place)
    {
        json.WriteString("url", site.Absolute(place.Address));
        json.WriteString("title", place.Title);
        json.WriteString("kind", PostKindName.Of(place.Kind));
        if (place is { DateStart: { } first, DateEnd: { } last })
        {
            json.WriteString("from", Day(first));
            json.WriteString("to", Day(last));
            json.WriteString("known_to", (place.DatePrecision ?? DatePrecision.Day).ToString().ToLowerInvariant());
        }
        json.WriteBoolean("sample", place.IsSample);
    }

    private string Feed(SearchRequest request) => site.Absolute(Permalink.SearchFeed(request));

    private static void WriteGiven(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
