using System.CommandLine;
using System.Globalization;
using Archive.Web.Fetching;
using Archive.Web.Fetching.Checking;
using Archive.Web.Hosting;
using Archive.Web.Settings;
using Microsoft.Extensions.Options;

namespace Archive.Web.Commands;

/// <summary>`archive links check`: asks for the links of headlines now, as the site does in the background where that is turned on.</summary>
internal static class LinksCommand
{
    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "So many links at most; otherwise all that are due.",
        DefaultValueFactory = _ => int.MaxValue,
    };

    public static Command Create(string[] settings)
    {
        var check = new Command(
            "check",
            "Check the links that are due, one request at a time. Needs Fetching:LinkChecks=true. May be stopped at any time (Ctrl-C): what was checked stays checked, and the next run goes on.")
        { Limit };
        check.Validators.Add(typed =>
        {
            if (typed.GetResult(Limit) is { Errors: var errors } && !errors.Any() && typed.GetValue(Limit) < 1)
            {
                typed.AddError("--limit needs a number of at least 1.");
            }
        });
        check.SetAction((typed, cancellation) => RunAsync(typed.GetValue(Limit), settings, cancellation));
        return new Command("links", "Look after the links of headlines.") { check };
    }

    private static async Task<int> RunAsync(int limit, string[] settings, CancellationToken cancellation)
    {
        await using var app = CommandHost.Build(settings, builder => builder.AddFetching());
        if (!app.Services.GetRequiredService<IOptions<FetchingOptions>>().Value.LinkChecks)
        {
            throw new UsageException("checking links is turned off, so nothing is asked of any site: --Fetching:LinkChecks=true turns it on");
        }
        await app.Services.PrepareStoreAsync(cancellation);

        var report = await StatusDisplay.ShowAsync<LinkCheckReport, LinkCheckReport?>(
            "Checking links", Said, value => value.Checked % 50 == 0 ? Said(value) : null,
            progress => app.Services.GetRequiredService<LinkChecker>().RunAsync(limit, progress, cancellation));
        if (report is null)
        {
            Console.Error.WriteLine("archive: another process is checking links just now.");
            return ExitCode.NotWhole;
        }
        Console.Out.WriteLine(report.Checked == 0 ? "No link was due." : $"{Said(report)}. Dead from now on: {report.Died}; back again: {report.CameBack}.");
        return ExitCode.AllWell;
    }

    private static string Said(LinkCheckReport value) => string.Create(
        CultureInfo.InvariantCulture, $"Checked {value.Checked} links: {value.Answered} answer, {value.Gone} gone, {value.CannotSay} cannot say");
}
