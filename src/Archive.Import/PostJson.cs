using System.Text.Json;
using Archive.Import.Matching;
using Archive.Store;

namespace Archive.Import;

/// <summary>One post of the JSON contract: keys exactly so and in this order, absent values null.</summary>
internal static class PostJson
{
    public static void Write(Utf8JsonWriter json, ParsedPost post, Matched match)
    {
        json.WriteStartObject();
        json.WriteString("kind", PostKindName.Of(post.Kind));
        json.WriteString("title", post.Title);
        json.WriteBoolean("titleInferred", post.TitleInferred);
        json.WriteString("dateStart", Iso(post.DateStart));
        json.WriteString("dateEnd", Iso(post.DateEnd));
        json.WriteString("datePrecision", post.DatePrecision?.ToString().ToLowerInvariant());
        json.WriteString("place", post.Place);
        json.WriteString("outlet", post.Outlet);
        json.WriteString("issuer", post.Issuer);
        json.WriteString("author", post.Author);
        json.WriteString("agency", post.Agency);
        json.WriteString("addressee", post.Addressee);
        Texts(json, "categories", post.Categories);
        json.WriteString("standfirst", post.Standfirst);
        json.WriteBoolean("isExcerpt", post.IsExcerpt);
        json.WriteNumber("lineFirst", post.LineFirst);
        json.WriteNumber("lineLast", post.LineLast);
        Array(json, "headlines", post.Headlines, headline =>
        {
            json.WriteString("text", headline.Text);
            json.WriteNumber("line", headline.Line);
            json.WriteString("url", headline.Url);
            json.WriteString("outlet", headline.Outlet);
            json.WriteString("section", headline.Section);
        });
        Array(json, "paragraphs", Of(post, PassageRole.Paragraph), paragraph =>
        {
            json.WriteString("text", paragraph.Text);
            json.WriteNumber("lineFirst", paragraph.LineFirst);
            json.WriteNumber("lineLast", paragraph.LineLast);
        });
        Texts(json, "subheads", Of(post, PassageRole.Subhead).Select(passage => passage.Text));
        Texts(json, "listItems", Of(post, PassageRole.ListItem).Select(passage => passage.Text));
        Array(json, "items", Of(post, PassageRole.ItemTitle), item =>
        {
            json.WriteString("title", item.Text);
            json.WriteNumber("line", item.LineFirst);
        });
        Texts(json, "copies", Of(post, PassageRole.Copy).Select(passage => passage.Text));
        json.WriteString("salutation", post.Salutation);
        json.WriteString("signOff", post.SignOff);
        Array(json, "signatories", post.Signatories, signatory =>
        {
            json.WriteString("name", signatory.Name);
            json.WriteString("place", signatory.Place);
        });
        Texts(json, "contact", Of(post, PassageRole.Contact).Select(passage => passage.Text));
        json.WriteString("caption", post.Caption);
        json.WriteString("credit", post.Credit);
        Array(json, "sources", post.Endnotes, endnote => WriteEndnote(json, endnote));
        WriteDuplicateOf(json, match);
        json.WriteEndObject();
    }

    private static void WriteEndnote(Utf8JsonWriter json, ParsedEndnote endnote)
    {
        if (endnote.Number is { } number)
        {
            json.WriteNumber("number", number);
        }
        else
        {
            json.WriteNull("number");
        }
        json.WriteString("text", endnote.Text);
        json.WriteString("outlet", endnote.Outlet);
        json.WriteString("date", Iso(endnote.Date));
        json.WriteString("url", endnote.Url);
        json.WriteNumber("line", endnote.Line);
    }

    private static void WriteDuplicateOf(Utf8JsonWriter json, Matched match)
    {
        if (!match.IsDuplicate || match.Known.FirstMet is not { } first)
        {
            json.WriteNull("duplicateOf");
            return;
        }
        json.WriteStartObject("duplicateOf");
        json.WriteString("path", first.Path);
        json.WriteNumber("lineFirst", first.LineFirst);
        json.WriteEndObject();
    }

    private static IEnumerable<ParsedPassage> Of(ParsedPost post, PassageRole role) => post.Passages.Where(passage => passage.Role == role);

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd");

    private static void Texts(Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }

    private static void Array<T>(Utf8JsonWriter json, string key, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
