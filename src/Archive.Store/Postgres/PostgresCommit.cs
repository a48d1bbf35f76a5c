using System.Data;
using Npgsql;

namespace Archive.Store.Postgres;

/// <summary>
/// COMMIT, without a time limit. A limit would be kept by a request to cancel, and PostgreSQL answers that by giving up the wait for the
/// standby and reporting success with a warning: the archive would be asynchronous and nobody would know.
/// </summary>
internal static class PostgresCommit
{
    public static async Task<CommitOutcome> RunAsync(NpgsqlConnection connection)
    {
        var doubted = false;
        void Doubt(object sender, NpgsqlNoticeEventArgs said) => doubted |= said.Notice.InvariantSeverity == "WARNING";
        connection.Notice += Doubt;
        try
        {
            await using var commit = new NpgsqlCommand("COMMIT", connection) { CommandTimeout = 0 };
            await commit.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException e) when (e is not PostgresException || connection.FullState.HasFlag(ConnectionState.Broken) || connection.State == ConnectionState.Closed)
        {
            // The answer was lost, not necessarily the commit.
            doubted = true;
        }
        finally
        {
            connection.Notice -= Doubt;
        }
        // "canceling wait for synchronous replication": somebody else broke off the wait.
        return doubted ? CommitOutcome.Unconfirmed : CommitOutcome.Confirmed;
    }
}
