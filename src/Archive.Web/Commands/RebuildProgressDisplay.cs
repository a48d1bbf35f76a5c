using System.Globalization;
using Archive.Store.Search.Index;
using Spectre.Console;

namespace Archive.Web.Commands;

/// <summary>How far indexing has come, on standard error: a spinner on a terminal, a line a year anywhere else.</summary>
internal static class RebuildProgressDisplay
{
    public static async Task<TResult> ShowAsync<TResult>(Func<IProgress<RebuildProgress>, Task<TResult>> run)
    {
        if (Console.IsErrorRedirected)
        {
            return await run(new Lines());
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Status().StartAsync("Indexing", context => run(new Spinner(context)));
    }

    private static string Said(RebuildProgress value) => string.Create(CultureInfo.InvariantCulture, $"Indexing {value.Month}: {value.Done} of {value.Of} months");

    private sealed class Lines : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value)
        {
            if (value.Month is not null && value.Done % 12 == 0)
            {
                Console.Error.WriteLine(Said(value));
            }
        }
    }

    private sealed class Spinner(StatusContext context) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => context.Status(Said(value));
    }
}
