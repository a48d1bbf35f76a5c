using System.Data.Common;
using System.Net.Sockets;

namespace Archive.Store;

/// <summary>
/// Tells a store that cannot be used just now (stopped, out of reach, overloaded, full, locked, damaged) from one that answers and refuses
/// a question, which is the program's own fault.
/// </summary>
public abstract class StoreFaults
{
    /// <summary>True where the exception, or anything inside it, says that the store cannot be used just now.</summary>
    public bool CannotBeUsed(Exception? exception) => exception switch
    {
        null => false,
        TimeoutException or SocketException => true,
        DbException fault when IsOfTheStore(fault) => true,
        AggregateException many => many.InnerExceptions.Any(CannotBeUsed),
        // EF Core wraps what it has given up retrying, and what it would retry if it were told to.
        _ => CannotBeUsed(exception.InnerException),
    };

    /// <summary>What the database, or the driver for it, said: one line, and never a password.</summary>
    public static string Said(Exception exception)
    {
        var fault = exception;
        while (fault is not DbException && fault.InnerException is { } inner)
        {
            fault = inner;
        }
        var cause = fault.GetBaseException();
        return (cause == fault ? fault.Message : $"{fault.Message}: {cause.Message}").ReplaceLineEndings(" ");
    }

    /// <summary>Whether this is a fault of the database, not of what it was asked.</summary>
    protected abstract bool IsOfTheStore(DbException fault);
}
