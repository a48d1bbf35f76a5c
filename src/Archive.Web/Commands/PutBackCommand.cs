using System.CommandLine;
using Archive.Store.History.Auditing;
using Archive.Store.Removal;

namespace Archive.Web.Commands;

/// <summary>`archive put-back ADDRESS`: undoes a withdrawal, or takes a post out of the trash.</summary>
internal static class PutBackCommand
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "Where the post stood." };

    public static Command Create(string[] settings)
    {
        var command = new Command("put-back", $"Put back a post that was withdrawn, moved to the trash or merged, as it was: possible for {RemovedPost.Kept.Days} days.") { Address };
        command.SetAction((typed, cancellation) => PostCommand.RunAsync(
            settings, typed.GetValue(Address)!, (removals, id) => removals.PutBackAsync(id, AuditEntry.CommandLine, cancellation: cancellation), "put back", "is there", cancellation));
        return command;
    }
}
