using Microsoft.Data.Sqlite;

namespace Archive.Store.Sqlite;

/// <summary>
/// Looks at the row before every answer, on a connection of its own: another process on this machine may have written, and nobody would
/// say so. That is one page of the file, which is in memory: some millionths of a second.
/// </summary>
internal sealed class SqliteEditionFeed : EditionFeed
{
    private readonly string connectionString;
    private readonly Lock one = new();
    private SqliteConnection? connection;
    private SqliteCommand? question;

    /// <param name="connectionString">As the store's own.</param>
    public SqliteEditionFeed(string connectionString) =>
        // Nobody waits long to hear that the file is locked.
        this.connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 1 }.ToString();

    public override int Hearing => 0;

    public override ValueTask<EditionMark> NewestAsync(CancellationToken cancellation = default)
    {
        lock (one)
        {
            try
            {
                question ??= Open();
                return new(new EditionMark(0, (long)(question.ExecuteScalar() ?? 0L)));
            }
            catch
            {
                Close();
                throw;
            }
        }
    }

    public override ValueTask DisposeAsync()
    {
        lock (one)
        {
            Close();
        }
        return default;
    }

    private SqliteCommand Open()
    {
        connection = new(connectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT Number FROM Editions WHERE Id = {Edition.OnlyId}";
        command.Prepare();
        return command;
    }

    private void Close()
    {
        question?.Dispose();
        connection?.Dispose();
        (question, connection) = (null, null);
    }
}
