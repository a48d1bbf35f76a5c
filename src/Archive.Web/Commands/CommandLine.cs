using System.Text.RegularExpressions;

namespace Archive.Web.Commands;

/// <summary>
/// What was typed, in two: settings ("--Site:Title=Digest", "--urls http://127.0.0.1:5001") that every verb accepts in any place,
/// and the words that are left for the verb itself.
/// </summary>
internal sealed partial record CommandLine(string[] Settings, string[] Words)
{
    public static CommandLine Split(IReadOnlyList<string> args)
    {
        var settings = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                words.AddRange(args.Skip(i));
                break;
            }
            var setting = Setting().Match(args[i]);
            if (!setting.Success)
            {
                words.Add(args[i]);
            }
            else if (setting.Groups["value"].Success)
            {
                settings.Add(args[i]);
            }
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings.Add($"{args[i]}={args[++i]}");
            }
            else
            {
                throw new UsageException($"{args[i]} needs a value: {args[i]}=…");
            }
        }
        return new([.. settings], [.. words]);
    }

    // "--Import:MaxLineBytes=65536" (a colon inside the name), "--Import=" (a section, as test hosts pass it), and the names that
    // ASP.NET Core knows without a section.
    [GeneratedRegex(@"^--(?:\w+(?::[\w.-]+)+|\w+(?==$)|urls|environment|contentRoot|applicationName)(?:=(?<value>.*))?$", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}

/// <summary>Something was typed or set wrongly: said in one line, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
