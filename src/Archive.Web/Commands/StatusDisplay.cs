using Spectre.Console;

namespace Archive.Web.Commands;

/// <summary>How far work has come whose length nobody knows, on standard error: a spinner on a terminal, now and then a line anywhere else.</summary>
internal static class StatusDisplay
{
    /// <param name="title">What is shown before the first word of progress.</param>
    /// <param name="said">What is shown beside the spinner.</param>
    /// <param name="line">What is written where there is no terminal; null where this step is not worth a line.</param>
    public static async Task<TResult> ShowAsync<TProgress, TResult>(
        string title, Func<TProgress, string> said, Func<TProgress, string?> line, Func<IProgress<TProgress>, Task<TResult>> run)
    {
        if (Console.IsErrorRedirected)
        {
            return await run(new Teller<TProgress>(value =>
            {
                if (line(value) is { } text)
                {
                    Console.Error.WriteLine(text);
                }
            }));
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Status().StartAsync(title, context => run(new Teller<TProgress>(value => context.Status(Markup.Escape(said(value))))));
    }

    // Unlike Progress<T>, at once and in order.
    private sealed class Teller<TProgress>(Action<TProgress> tell) : IProgress<TProgress>
    {
        public void Report(TProgress value) => tell(value);
    }
}
