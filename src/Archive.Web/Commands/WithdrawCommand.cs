using System.CommandLine;
using Archive.Store.History.Auditing;
using Archive.Store.Removal;

namespace Archive.Web.Commands;

/// <summary>`archive withdraw ADDRESS --reason …`: takes a post out for good.</summary>
internal static class WithdrawCommand
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "Of the post: /2021/01/29/uyghur-news, or the whole address as a browser shows it." };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why, for readers: it stands at the address from now on.", Required = true };

    public static Command Create(string[] settings)
    {
        var command = new Command("withdraw", $"Withdraw a post: its address answers 410 with the reason, and nothing of it is shown any more. For {RemovedPost.Kept.Days} days archive put-back undoes it.") { Address, Reason };
        command.SetAction((typed, cancellation) => PostCommand.RunAsync(
            settings, typed.GetValue(Address)!, (removals, id) => removals.WithdrawAsync(id, AuditEntry.CommandLine, typed.GetValue(Reason)!.Trim(), cancellation), "withdrawn", "was withdrawn already", cancellation));
        Reason.Validators.Add(typed =>
        {
            if (typed.Tokens.All(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                typed.AddError("--reason: readers are owed one");
            }
        });
        return command;
    }
}
