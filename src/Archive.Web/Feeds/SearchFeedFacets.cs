using System.Globalization;
using System.Text.Json;
using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Settings;

namespace Archive.Web.Feeds;

/// <summary>The part of a search's feed that leads on: facets, timeline, and what to try where nothing was found.</summary>
internal sealed class SearchFeedFacets(SearchAnswer answer, SiteOptions site)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("facets");
        foreach (var facet in answer.Facets)
        {
            WriteFacet(json, facet);
        }
        json.WriteEndArray();
        if (answer.Timeline is { } timeline)
        {
            WriteTimeline(json, timeline);
        }
        if (answer.Total == 0)
        {
            json.WriteStartArray("suggestions");
            foreach (var suggestion in answer.Suggestions)
            {
                json.WriteStartObject();
                json.WriteString("typed", suggestion.Typed);
                json.WriteString("word", suggestion.Word);
                json.WriteNumber("count", suggestion.Count);
                json.WriteString("url", Feed(suggestion.Instead));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (answer.TotalWithoutFilters is { } without)
            {
                json.WriteNumber("totalWithoutFilters", without);
            }
        }
    }

    private void WriteFacet(Utf8JsonWriter json, Facet facet)
    {
        json.WriteStartObject();
        json.WriteString("name", facet.Name);
        if (facet.Covers is { } covers)
        {
            json.WriteNumber("covers", covers);
        }
        json.WriteBoolean("hasMore", facet.HasMore);
        json.WriteStartArray("values");
        foreach (var value in facet.Values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            json.WriteString("label", value.Label ?? value.Value);
            json.WriteNumber("count", value.Count);
            json.WriteBoolean("chosen", value.IsChosen);
            json.WriteString("url", Feed(value.Narrowed));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTimeline(Utf8JsonWriter json, Timeline timeline)
    {
        json.WriteStartObject("timeline");
        json.WriteString("step", timeline.Step.ToString().ToLowerInvariant());
        json.WriteStartArray("bars");
        foreach (var bar in timeline.Bars)
        {
            json.WriteStartObject();
            json.WriteString("from", bar.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("to", bar.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("count", bar.Count);
            json.WriteBoolean("covered", bar.IsCovered);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string Feed(SearchRequest request) => site.Absolute(Permalink.SearchFeed(request));
}
