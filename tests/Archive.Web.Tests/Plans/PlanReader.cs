using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Archive.Web.Tests.Plans;

/// <summary>One command and what the database says of how it answers it.</summary>
/// <param name="Fault">Why it would take longer in a larger archive; null where it would not.</param>
public sealed record Explained(string Sql, string Plan, string? Fault)
{
    public override string ToString() => $"{Fault}\n{Plan}\n{Sql}";
}

/// <summary>
/// Has a page's commands explained, each on its own connection just before it runs. Which are the page's is told by the flow of its
/// request: what the site asks by itself meanwhile is none of them.
/// </summary>
public sealed class PlanReader : DbCommandInterceptor
{
    private readonly AsyncLocal<List<Explained>?> explained = new();

    /// <summary>What will be explained in the flow that starts here.</summary>
    public IReadOnlyList<Explained> Begin() => explained.Value = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        explained.Value?.Add(StoreUnderTest.Kind == StoreKind.Postgres ? PostgresPlan.Explain(command) : SqlitePlan.Explain(command));
        return new(result);
    }
}
