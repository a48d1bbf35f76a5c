using System.Runtime.InteropServices;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Sessions;
using Archive.Web.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Archive.Browser.Tests.Browser))]

namespace Archive.Browser.Tests;

/// <summary>Debian's Chromium, and the site on a free loopback port, once for all tests; without Chromium every test says why it is skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Without a window first: it does the same with less.
    private static readonly string? Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    // Milliseconds; for machines that do much else at the same time.
    private const int Patience = 120_000;

    private readonly ServedSite site = new();

    private IPlaywright? playwright;

    private IBrowser? browser;

    /// <summary>The site's address, with a port.</summary>
    public Uri Address => site.Address;

    /// <summary>The site by its name: passkeys are bound to one, and cookies of those who sign in are kept for it.</summary>
    internal string Site => $"http://localhost:{Address.Port}";

    /// <summary>The site's own services, for what an administrator does on the server.</summary>
    internal IServiceProvider Services => site.Services;

    /// <summary>An address of every kind of page, by the kind's name.</summary>
    internal IReadOnlyDictionary<string, string> Pages { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }
        site.Serve();
        Pages = await PageKinds.FindAsync(site.Services);
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Timeout = Patience,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A window of its own, at nothing yet; its addresses count from the site's.</summary>
    /// <param name="policy">False for a browser that heeds no content security policy.</param>
    public async Task<IBrowserContext> OpenAsync(int width, ColorScheme scheme = ColorScheme.Light, bool scripts = true, bool policy = true)
    {
        Assert.SkipWhen(browser is null, $"There is no Chromium in /usr/bin. To install it, as root: apt-get install -y chromium-headless-shell ({RuntimeInformation.OSDescription})");
        var window = await browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            BypassCSP = !policy,
            Locale = "en-GB",
        });
        window.SetDefaultTimeout(Patience);
        return window;
    }

    /// <summary>
    /// A page of somebody who is signed in as after a passkey, which has tests of its own: the cookie comes from the site, without its pages.
    /// </summary>
    /// <param name="name">Of an account that is added where it is not there.</param>
    internal async Task<IPage> SignedInAsync(IBrowserContext window, string name, AccountRole role = AccountRole.Editor)
    {
        await using var scope = Services.CreateAsyncScope();
        var register = Services.GetRequiredService<AccountRegister>();
        var account = (await register.ListAsync(TestContext.Current.CancellationToken)).SingleOrDefault(one => one.Name == name)
            ?? (await register.AddAsync(name, role, TestContext.Current.CancellationToken)).Account;
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await scope.ServiceProvider.GetRequiredService<SignIns>().BeginAsync(context, account);
        var cookie = SetCookieHeaderValue.ParseList(context.Response.Headers.SetCookie.ToArray()!).Single(one => one.Name == SessionCookie.Name);
        // Chromium takes a secure cookie for localhost, where it trusts plain HTTP.
        await window.AddCookiesAsync([new() { Name = SessionCookie.Name, Value = cookie.Value.ToString(), Url = "https://localhost", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        return await window.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
        await site.DisposeAsync();
    }

    /// <summary>The site behind a real server: what a browser asks goes over the wire.</summary>
    private sealed class ServedSite : ArchiveSite
    {
        public Uri Address => ClientOptions.BaseAddress;

        // Colours of pages that offer to search the web for a lost link are to be looked at too.
        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string> { ["Site:WebSearch"] = "https://search.example/?q={0}" };

        public void Serve()
        {
            UseKestrel(0);
            StartServer();
        }
    }
}
