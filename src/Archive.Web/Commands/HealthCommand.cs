using System.CommandLine;
using Archive.Web.Hosting;

namespace Archive.Web.Commands;

/// <summary>`archive health ADDRESS`: asks a running archive whether it is ready and what is missing, for machines that have no curl (a container's health check).</summary>
internal static class HealthCommand
{
    private const int MostLines = 20;

    private static readonly Argument<Uri> Address = new("ADDRESS")
    {
        Description = "The address of the running archive.",
        DefaultValueFactory = _ => new("http://127.0.0.1:5000"),
        CustomParser = typed =>
        {
            if (!Uri.TryCreate(typed.Tokens[0].Value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                typed.AddError($"'{typed.Tokens[0].Value}' is no web address: write it as http://127.0.0.1:5000");
            }
            return address;
        },
    };

    public static Command Create(string[] settings)
    {
        var command = new Command("health", "Ask a running archive whether it is ready: exit code 0 if so, 1 if not.") { Address };
        command.SetAction(async (typed, cancellation) =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 64 * 1024 };
            try
            {
                using var answer = await client.GetAsync(new Uri(typed.GetValue(Address)!, "/health/ready"), cancellation);
                Console.Out.WriteLine(answer.IsSuccessStatusCode ? "ok" : "not ready");
                // "ok" or "not ready" again, and then what is missing.
                foreach (var line in (await answer.Content.ReadAsStringAsync(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(MostLines))
                {
                    Console.Out.WriteLine(Printable.Text(line, 500));
                }
                return answer.IsSuccessStatusCode ? ExitCode.AllWell : ExitCode.NotWhole;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                Console.Out.WriteLine("no answer");
                return ExitCode.NotWhole;
            }
        });
        return command;
    }
}
