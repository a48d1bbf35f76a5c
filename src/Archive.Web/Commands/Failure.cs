using System.Data.Common;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Copying;
using Archive.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Archive.Web.Commands;

/// <summary>What went wrong, in a line that says what to do about it, and the exit code that goes with it.</summary>
internal sealed partial record Failure(string Message, int ExitCode)
{
    public static Failure Of(Exception exception) => exception switch
    {
        UsageException or StoreSettingException => Wrong(exception.Message),
        OptionsValidationException bad => Wrong(string.Join("\narchive: ", bad.Failures)),
        AggregateException { InnerExceptions: [var only] } => Of(only),
        AggregateException many when many.InnerExceptions.All(one => one is OptionsValidationException) =>
            Wrong(string.Join("\narchive: ", many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures))),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => Wrong(NoSuchValue().Replace(OneLine(exception), "${key}: '${value}' is no number that fits (${type}).")),
        // appsettings.json is no JSON.
        InvalidDataException { InnerException: not null } => Wrong($"{OneLine(exception)} {OneLine(exception.InnerException)}"),
        FormatException => Wrong(OneLine(exception)),
        IOException { InnerException: AddressInUseException } => Broken($"{OneLine(exception)} Another address: --urls http://127.0.0.1:5001"),
        SocketException => Broken($"the address cannot be opened: {OneLine(exception)}. Another address: --urls http://127.0.0.1:5001"),
        ArchiveCopyException => Broken($"{OneLine(exception)}."),
        StoreBusyException or StoreUnavailableException or AccountException => Broken(OneLine(exception)),
        // EF Core wraps what a database says.
        DbException or TimeoutException or InvalidOperationException { InnerException: DbException } =>
            Broken($"the store cannot be used: {StoreFaults.Said(exception)}"),
        OperationCanceledException => Broken("stopped"),
        UnauthorizedAccessException or IOException => Broken(OneLine(exception)),
        _ => Broken($"unexpected {exception}"),
    };

    private static Failure Wrong(string message) => new(message, Commands.ExitCode.WrongUsage);

    private static Failure Broken(string message) => new(message, Commands.ExitCode.NotWhole);

    // "Failed to convert configuration value 'abc' at 'Import:MaxFileBytes' to type 'System.Int64'."
    [GeneratedRegex(@"^Failed to convert configuration value '(?<value>.*)' at '(?<key>[\w:]+)' to type 'System\.(?<type>\w+)'\.$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoSuchValue();

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ");
}
