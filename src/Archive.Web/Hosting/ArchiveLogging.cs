using Serilog;
using Serilog.Core;
using Serilog.Events;
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
        var settings = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
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
        // Its scope would put the path and a connection's number on every line, which ties one reader's requests together.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddSerilog(settings.CreateLogger(), dispose: true);
    }

    // ASP.NET Core tells addresses, queries and paths at Information and below, and EF Core's and ASP.NET Core's exceptions may
    // quote what a reader typed, as may a failing SQL command. Whatever levels are set, these go nowhere; RequestLog and FailureLog say what there is to say.
    private static bool MayTellOfReaders(LogEvent entry) =>
        entry.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
        && source is ScalarValue { Value: string name }
        && (name.StartsWith("Microsoft.EntityFrameworkCore.Database", StringComparison.Ordinal)
            || (name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
            && (entry.Level < LogEventLevel.Warning || entry.Exception is not null));
}
