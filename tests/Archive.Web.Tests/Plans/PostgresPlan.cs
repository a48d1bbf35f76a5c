using System.Data.Common;
using System.Text.Json;

namespace Archive.Web.Tests.Plans;

/// <summary>A plan of PostgreSQL, with the rows that it really read.</summary>
internal static class PostgresPlan
{
    // Of posts and headlines, in one command: a page shows a few dozen, or 500 headlines at most.
    private const double MostRows = 1_000;

    private static readonly HashSet<string> Large = ["Posts", "Headlines", "Passages", "Provenances", "Problems", "PostCategory", "StoryMembers"];

    public static Explained Explain(DbCommand command)
    {
        using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            explain.Parameters.Add(((ICloneable)parameter).Clone());
        }
        var json = (string)explain.ExecuteScalar()!;
        using var plan = JsonDocument.Parse(json);
        var nodes = Nodes(plan.RootElement[0].GetProperty("Plan"))
            .Where(node => node.TryGetProperty("Relation Name", out var table) && Large.Contains(table.GetString()!)).ToList();
        var rows = nodes.Sum(Rows);
        return new(command.CommandText, json, nodes.Exists(node => node.GetProperty("Node Type").GetString() == "Seq Scan") ? "reads a whole table"
            : rows > MostRows ? $"reads {rows} rows" : null);
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var inner) ? inner.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];

    // Of one loop each, as PostgreSQL gives them.
    private static double Rows(JsonElement node) =>
        (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck")) * Number(node, "Actual Loops");

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
