using AngleSharp.Html.Dom;
using Archive.Web.Tests.Accounts;

namespace Archive.Web.Tests.Desk;

/// <summary>Lists as an editor pastes and publishes them, without script.</summary>
internal static class Lists
{
    public const string Page = "/desk/lists/new";

    private static int day;

    public static List<string> Texts(IHtmlDocument preview) => [.. preview.QuerySelectorAll(".lines .headline .text").Select(text => text.TextContent)];

    // Each is of a day of its own.
    public static string NewPaste(params string[] headlines) =>
        $"Test links ({new DateOnly(2023, 1, 1).AddDays(Interlocked.Increment(ref day)):MMMM d, yyyy})\n\n{string.Join("\n", headlines)}";

    public static Task<HttpResponseMessage> PublishAsync(HttpClient editor, IHtmlDocument preview, string pasted, Dictionary<string, string>? fields = null)
    {
        var all = new Dictionary<string, string> { ["Pasted"] = pasted };
        foreach (var (name, value) in fields ?? [])
        {
            all[name] = value;
        }
        return editor.SendFormAsync(preview, Page + "?handler=Publish", all);
    }
}
