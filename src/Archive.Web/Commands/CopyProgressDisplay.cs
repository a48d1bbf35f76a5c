using Archive.Store.Copying;
using Spectre.Console;

namespace Archive.Web.Commands;

/// <summary>How far a copy has come, on standard error: a spinner on a terminal, a line a table anywhere else.</summary>
internal static class CopyProgressDisplay
{
    public static async Task<TResult> ShowAsync<TResult>(Func<IProgress<CopyProgress>, Task<TResult>> run)
    {
        if (Console.IsErrorRedirected)
        {
            return await run(new Lines());
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Status().StartAsync("Copying", context => run(new Spinner(context)));
    }

    private sealed class Lines : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value)
        {
            if (value.Done)
            {
                Console.Error.WriteLine($"{value.Table}: {value.Rows} rows");
            }
        }
    }

    private sealed class Spinner(StatusContext context) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => context.Status($"{value.Table}: {value.Rows} rows");
    }
}
