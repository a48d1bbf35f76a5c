using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace Archive.Store.Postgres;

/// <summary>
/// A reader's question may be asked again: a server that stopped half-way, restarts or was just promoted is asked once more, or another
/// in its place. About five seconds in all.
/// </summary>
internal sealed class PostgresReadingRetries(ExecutionStrategyDependencies dependencies)
    : NpgsqlRetryingExecutionStrategy(dependencies, maxRetryCount: 6, maxRetryDelay: TimeSpan.FromSeconds(1), errorCodesToAdd: null)
{
    // 57P01 to 57P03: the server is stopping, has crashed, is starting.
    protected override bool ShouldRetryOn(Exception? exception) => exception switch
    {
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" } => true,
        // No answer that names an error: there was nobody, or the connection broke.
        NpgsqlException and not PostgresException => true,
        _ => base.ShouldRetryOn(exception),
    };
}
