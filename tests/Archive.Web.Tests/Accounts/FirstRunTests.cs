using System.Net;
using Archive.Store.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace Archive.Web.Tests.Accounts;

/// <summary>Nobody becomes the owner of a site by coming first (T25).</summary>
public sealed class FirstRunTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_anybody_and_after_the_last_administrator_went_there_is_no_page_to_set_anything_up()
    {
        var register = site.Services.GetRequiredService<AccountRegister>();
        Assert.True(await register.IsEmptyAsync(Stop));
        await NothingAsync(site);

        var (account, token) = await register.AddAsync("First", AccountRole.Administrator, Stop);
        using var browser = Editor.Browser(site);
        using var good = await browser.GetAsync($"/account/set-up/{token}", Stop);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        await register.RemoveAsync(account.Name, Stop);
        Assert.True(await register.IsEmptyAsync(Stop));
        using var gone = await browser.GetAsync($"/account/set-up/{token}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await NothingAsync(site);

        var (second, _) = await register.AddAsync("first", AccountRole.Editor, Stop);
        Assert.NotEqual(account.Id, second.Id);
    }

    [Fact]
    public async Task A_page_on_which_the_first_to_come_owns_the_site_would_be_found()
    {
        await using var naive = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, FirstComeFirstServed>()));
        await Assert.ThrowsAsync<TrueException>(() => NothingAsync(naive));
    }

    private static async Task NothingAsync(WebApplicationFactory<Program> site)
    {
        using var browser = Editor.Browser(site);
        string[] guesses =
        [
            "/account/set-up", "/account/set-up/", "/setup", "/install", "/account/register", "/register", "/admin", "/desk/admin/users", "/account/sign-up",
            // Twice so many: with nobody there, and after the last one went.
            .. Enumerable.Range(0, 500).Select(i => $"/account/set-up/{Convert.ToHexString(BitConverter.GetBytes(i))}"),
        ];
        foreach (var address in guesses)
        {
            using var answer = await browser.GetAsync(address, Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address} answered {(int)answer.StatusCode}");
        }
    }

    private sealed class FirstComeFirstServed : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/setup", page => page.Run(context => context.Response.WriteAsync("Choose a password")));
            next(app);
        };
    }
}
