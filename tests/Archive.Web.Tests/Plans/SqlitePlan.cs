using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Archive.Web.Tests.Plans;

/// <summary>A plan of SQLite, and how many steps its machine really took.</summary>
internal static partial class SqlitePlan
{
    // A page's largest command takes some thousands; passing every post of the archive of these tests takes 40,000 at the least.
    private const int MostSteps = 25_000;

    public static Explained Explain(DbCommand command)
    {
        List<string> plan = [];
        using (var reader = Copy(command, "EXPLAIN QUERY PLAN ").ExecuteReader())
        {
            while (reader.Read())
            {
                plan.Add(reader.GetString(3));
            }
        }
        var steps = Steps(command);
        var large = Aliases().Matches(command.CommandText).Select(match => match.Groups["alias"].Value).ToHashSet(StringComparer.Ordinal);
        return new(command.CommandText, $"{string.Join('\n', plan)}\n{steps} steps", plan.Exists(line => Scan().Match(line) is { Success: true } scan && large.Contains(scan.Groups["alias"].Value))
            ? "reads a whole table"
            : steps > MostSteps ? $"takes {steps} steps" : null);
    }

    private static int Steps(DbCommand command)
    {
        using var reader = Copy(command, "").ExecuteReader();
        var statement = reader.Handle!;
        while (reader.Read())
        {
            // Only what it takes to get the rows.
        }
        return raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
    }

    private static SqliteCommand Copy(DbCommand command, string prefix)
    {
        var copy = new SqliteCommand(prefix + command.CommandText, (SqliteConnection)command.Connection!, (SqliteTransaction?)command.Transaction);
        foreach (DbParameter parameter in command.Parameters)
        {
            copy.Parameters.AddWithValue(parameter.ParameterName, parameter.Value);
        }
        return copy;
    }

    // FROM "Posts" AS "p"
    [GeneratedRegex("\"(Posts|Headlines|Passages|Provenances|Problems|PostCategory|StoryMembers)\" AS \"(?<alias>\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aliases();

    // SCAN p, SCAN p USING COVERING INDEX …
    [GeneratedRegex(@"^SCAN (?<alias>\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scan();
}
