using System.CommandLine;

namespace Archive.Web.Commands;

/// <summary>`archive import PATH…`: reads seed files into the store, or says what reading them would change.</summary>
internal static class ImportCommand
{
    public static Command Create(string[] settings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Seed files, or folders of them. Without one: the folder in Import:SeedsFolder (seeds/).", Arity = ArgumentArity.ZeroOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Parse and compare, write nothing, say what would change." };
        var json = new Option<bool>("--json") { Description = "The result as one JSON document on standard output. With --dry-run no store is needed." };
        var removeSamples = new Option<bool>("--remove-samples") { Description = "Take the project's own retold samples out of the store." };
        var command = new Command("import", "Import seed text files into the store.") { paths, dryRun, json, removeSamples };
        command.SetAction((_, _) => Task.FromResult(settings.Length));
        return command;
    }
}
