using System.CommandLine;

namespace Archive.Web.Commands;

/// <summary>The verbs of `archive` under one roof: parsing, help, exit codes, and one line for whatever goes wrong.</summary>
internal static class ArchiveCommands
{
    private const string About = """
        An archive of advocacy news digests: serves it, and fills it from seed text files.

        Every command accepts settings: --Section:Key=value (--Site:Title="Digests", --ConnectionStrings:Archive="Data Source=/srv/archive.db").
        The same settings may stand in appsettings.json, or in the environment as Section__Key.
        Exit codes: 0 all well; 1 something was set aside, refused or could not be done; 2 wrong usage or a bad setting.
        """;

    /// <summary>Runs the verb that was typed; where none was, the first.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, params IReadOnlyList<Func<string[], Command>> verbs)
    {
        try
        {
            var typed = CommandLine.Split(args);
            var commands = verbs.Select(verb => verb(typed.Settings)).ToList();
            var root = new RootCommand(About) { Action = commands[0].Action };
            commands.ForEach(root.Subcommands.Add);
            var parsed = root.Parse(typed.Words);
            if (parsed.Errors.Count > 0)
            {
                return Refuse(parsed);
            }
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // An import stops between two files: give a large one the time to end.
                ProcessTerminationTimeout = TimeSpan.FromMinutes(10),
            });
        }
        catch (Exception exception) when (exception is not HostAbortedException)
        {
            var failure = Failure.Of(exception);
            await Console.Error.WriteLineAsync($"archive: {failure.Message}");
            return failure.ExitCode;
        }
    }

    private static int Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine($"archive: {error.Message}");
        }
        Console.Error.WriteLine("archive: see --help");
        return ExitCode.WrongUsage;
    }
}
