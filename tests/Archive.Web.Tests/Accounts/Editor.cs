using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Passwords;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Accounts;

/// <summary>Somebody who may sign in, and what they know: set up through the door, by a one-time link.</summary>
public sealed class Editor
{
    /// <summary>For all of them: nothing is tested by its being secret.</summary>
    public const string Password = "seven lamps by the quiet river";

    private static int number;

    private byte[] secret = [];
    private long lastStep;

    private Editor(string name) => Name = name;

    public string Name { get; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>A client with cookies of its own, over HTTPS; follows no redirect.</summary>
    public static HttpClient Browser(WebApplicationFactory<Program> site) =>
        site.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>A new account, set up with a password and a second factor; the client is signed in.</summary>
    public static async Task<(Editor Editor, HttpClient Client)> SignedInAsync(WebApplicationFactory<Program> site, AccountRole role = AccountRole.Editor)
    {
        var client = Browser(site);
        return (await SignedInAsync(site.Services.GetRequiredService<AccountRegister>(), client, role), client);
    }

    /// <summary>The same with a client of one's own, which keeps its cookies itself.</summary>
    public static async Task<Editor> SignedInAsync(AccountRegister register, HttpClient client, AccountRole role = AccountRole.Editor)
    {
        var editor = new Editor($"{role} {Interlocked.Increment(ref number)} {Guid.NewGuid().ToString()[..8]}");
        var (_, token) = await register.AddAsync(editor.Name, role, TestContext.Current.CancellationToken);
        using var done = await editor.SetUpAsync(client, token);
        using var page = await ArchiveSite.ReadAsync(done);
        editor.RecoveryCodes = [.. page.QuerySelectorAll(".codes code").Select(code => code.TextContent)];
        Assert.Equal((HttpStatusCode.OK, 10), (done.StatusCode, editor.RecoveryCodes.Count));
        return editor;
    }

    /// <summary>Signs in with name, password and code, as a browser does that shows the page first.</summary>
    public Task<HttpResponseMessage> SignInAsync(HttpClient client, string password = Password, string? code = null, string back = "") =>
        client.SendFormAsync($"/account/sign-in?return={Uri.EscapeDataString(back)}", new() { ["Name"] = Name, ["Password"] = password, ["Code"] = code ?? RecoveryCodes[0] });

    /// <summary>A code that was not used before: now's, or the one after it.</summary>
    public string Code(DateTimeOffset? now = null)
    {
        lastStep = Math.Max(Totp.StepAt(now ?? TimeProvider.System.GetUtcNow()), lastStep + 1);
        return Totp.CodeAt(secret, lastStep);
    }

    private async Task<HttpResponseMessage> SetUpAsync(HttpClient client, string token)
    {
        var address = $"/account/set-up/{token}";
        using var asked = await client.GetAsync(address, TestContext.Current.CancellationToken);
        using var page = await ArchiveSite.ReadAsync(asked);
        secret = Base32(page.QuerySelector(".secret")!.TextContent);
        return await client.SendFormAsync(page, address, new() { ["Password"] = Password, ["Code"] = Totp.CodeAt(secret, Totp.StepAt(TimeProvider.System.GetUtcNow())) });
    }

    // Written here once more, as an authenticator program would read what is shown.
    private static byte[] Base32(string text)
    {
        var bits = string.Concat(text.Where(char.IsLetterOrDigit).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}

/// <summary>Forms, as a browser sends them: with all that is hidden in them, the token too.</summary>
internal static class Forms
{
    /// <summary>Asks for a page, fills in its form that has these fields, and sends it.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string address, Dictionary<string, string> fields)
    {
        using var asked = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(asked.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)asked.StatusCode}");
        using var page = await ArchiveSite.ReadAsync(asked);
        return await client.SendFormAsync(page, address, fields);
    }

    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, IHtmlDocument page, string address, Dictionary<string, string> fields)
    {
        // One of the page's own; signing out stands above every page.
        var form = page.QuerySelectorAll("main form[method=post]").Concat(page.QuerySelectorAll("header form[method=post]")).First(form => fields.Keys.All(name => form.QuerySelector($"[name='{name}']") is not null));
        var sent = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Where(input => !fields.ContainsKey(input.Name!))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value)).Concat(fields);
        var to = form.GetAttribute("action") is { Length: > 0 } action ? action : address;
        using var content = new FormUrlEncodedContent(sent);
        return await client.PostAsync(to, content, TestContext.Current.CancellationToken);
    }

    /// <summary>The token of a page's first form.</summary>
    public static async Task<string> TokenAsync(this HttpClient client, string address)
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(address, TestContext.Current.CancellationToken));
        return page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
    }
}
