using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Archive.Web.Tests.Plans;

/// <summary>One command and what the database says of how it answers it.</summary>
/// <param name="Fault">Why it would take longer in a larger archive; null where it would not.</param>
public sealed record Explained(string Sql, string Plan, string? Fault)
{
    public override string ToString() => $"{Fault}\n{Plan}\n{Sql}";
}

/// <summary>Has every command explained on its own connection just before it runs.</summary>
public sealed class PlanReader : DbCommandInterceptor
{
    private readonly List<Explained> explained = [];

    /// <summary>What was explained since the last time it was asked for.</summary>
    public IReadOnlyList<Explained> Take()
    {
        Explained[] taken = [.. explained];
        explained.Clear();
        return taken;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        explained.Add(StoreUnderTest.Kind == StoreKind.Postgres ? PostgresPlan.Explain(command) : SqlitePlan.Explain(command));
        return new(result);
    }
}
