using Archive.Import;
using Archive.Web.Hosting;
using Spectre.Console;

namespace Archive.Web.Commands;

/// <summary>How far an import has come, on standard error: a bar on a terminal, a line a file anywhere else.</summary>
internal static class ImportProgressDisplay
{
    public static Task ShowAsync(Func<IProgress<ImportProgress>, Task> run)
    {
        if (Console.IsErrorRedirected)
        {
            return run(new Lines());
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().AutoClear(true).StartAsync(context => run(new Bar(context.AddTask("Importing"))));
    }

    private sealed class Lines : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Last is { } file)
            {
                Console.Error.WriteLine($"{value.FilesDone} of {value.FilesFound}: {Printable.Text(file.Path)}");
            }
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = Math.Max(value.FilesFound, 1);
            task.Value = value.FilesDone;
            task.Description = value.Last is { } file ? Markup.Escape(Printable.Text(file.Path, 40)) : "Importing";
        }
    }
}
