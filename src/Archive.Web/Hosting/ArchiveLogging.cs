using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace Archive.Web.Hosting;

/// <summary>
/// What the archive writes down: JSON lines in production, readable lines while developing; never a reader's address, query or
/// browser (decision 0005). Levels come from the "Serilog" section.
/// </summary>
internal static class ArchiveLogging
{
    /// <param name="builder">The application being built.</param>
    /// <param name="toStandardError">For verbs, whose standard output holds their result.</param>
    public static void AddArchiveLogging(this WebApplicationBuilder builder, bool toStandardError = false)
    {
        var settings = Levels(builder.Configuration)
            .Enrich.With<WithoutConnection>()
            .Filter.ByExcluding(MayTellOfReaders)
            // Said once, in one line, by Failure.
            .Filter.ByExcluding(entry => entry.MessageTemplate.Text == "Hosting failed to start");
        LogEventLevel? errorsFrom = toStandardError ? LevelAlias.Minimum : null;
        if (builder.Environment.IsDevelopment())
        {
            settings.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u4} {Message:lj}{NewLine}{Exception}", standardErrorFromLevel: errorsFrom);
        }
        else
        {
            settings.WriteTo.Console(new JsonFormatter(renderMessage: true), standardErrorFromLevel: errorsFrom);
        }
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(settings.CreateLogger(), dispose: true);
        // Without this the host marks every line with the request's path and a number that ties one reader's requests together.
        builder.Logging.AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.None);
    }

    private static LoggerConfiguration Levels(IConfiguration configuration)
    {
        try
        {
            return new LoggerConfiguration().ReadFrom.Configuration(configuration);
        }
        catch (InvalidOperationException e)
        {
            throw new OptionsValidationException("Serilog", typeof(LoggerConfiguration), [$"Serilog: {e.Message}"]);
        }
    }

    // ASP.NET Core tells addresses, queries and paths at Information and below, and EF Core's and ASP.NET Core's exceptions may
    // quote what a reader typed, as may a failing SQL command. Whatever levels are set, these go nowhere; RequestLog and FailureLog say what there is to say.
    private static bool MayTellOfReaders(LogEvent entry) =>
        entry.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
        && source is ScalarValue { Value: string name }
        && (name.StartsWith("Microsoft.EntityFrameworkCore.Database", StringComparison.Ordinal)
            || (name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
            && (entry.Level < LogEventLevel.Warning || entry.Exception is not null));

    /// <summary>The server and the pages mark their lines too, by scopes; these marks go.</summary>
    private sealed class WithoutConnection : ILogEventEnricher
    {
        private static readonly string[] Marks = ["ConnectionId", "TransportConnectionId", "RequestId", "RequestPath", "ActionId", "ActionName"];

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => Array.ForEach(Marks, logEvent.RemovePropertyIfPresent);
    }
}
