using System.Text.Encodings.Web;
using System.Text.Json;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>What was typed into a form, field by field, as it was typed: what a draft keeps. An empty field is none.</summary>
internal sealed record TypedForm(IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    // What a page says of itself, and nobody typed.
    private static readonly string[] NotTyped = ["token", "Seen", "Draft", "Version"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool IsBlank => Fields.All(one => one.Key == "Kind" || string.IsNullOrWhiteSpace(one.Value));

    public string? this[string name] => Fields.FirstOrDefault(one => one.Key == name).Value;

    /// <summary>Fields named "Line[3]", by what stands in the brackets.</summary>
    public Dictionary<string, string> Under(string name) => Fields
        .Where(field => field.Key.StartsWith($"{name}[", StringComparison.Ordinal) && field.Key.EndsWith(']'))
        .DistinctBy(field => field.Key).ToDictionary(field => field.Key[(name.Length + 1)..^1], field => field.Value, StringComparer.Ordinal);

    public static TypedForm Of(IFormCollection form) => new([.. form
        .Where(field => !NotTyped.Contains(field.Key, StringComparer.OrdinalIgnoreCase) && !field.Key.StartsWith("When.", StringComparison.Ordinal))
        .Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())).Where(field => field.Value.Length > 0)]);

    public static TypedForm Read(string json) => new(JsonSerializer.Deserialize<List<string[]>>(json)!.ConvertAll(pair => KeyValuePair.Create(pair[0], pair[1])));

    public string ToJson() => JsonSerializer.Serialize(Fields.Select(field => new[] { field.Key, field.Value }), Plain);
}
