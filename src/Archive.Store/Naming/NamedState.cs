using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Store.Naming;

/// <summary>What an editor says of an outlet or a category: what the history keeps of it.</summary>
/// <param name="Hosts">Of an outlet, in the order of the alphabet; null for a category.</param>
public sealed record NamedState(string Name, string Slug, IReadOnlyList<string>? Hosts)
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static NamedState Read(string json) => JsonSerializer.Deserialize<NamedState>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public bool Equals(NamedState? other) =>
        other is not null && (Name, Slug) == (other.Name, other.Slug) && (Hosts ?? []).SequenceEqual(other.Hosts ?? [], StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Name, Slug);
}
