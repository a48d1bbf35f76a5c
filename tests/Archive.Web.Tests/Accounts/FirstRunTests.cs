using System.Net;
using Archive.Store.Accounts;
using Microsoft.Extensions.DependencyInjection;

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
        await NothingAsync();

        var (account, token) = await register.AddAsync("First", AccountRole.Administrator, Stop);
        using var browser = Editor.Browser(site);
        using var good = await browser.GetAsync($"/account/set-up/{token}", Stop);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        await register.RemoveAsync(account.Name, Stop);
        Assert.True(await register.IsEmptyAsync(Stop));
        using var gone = await browser.GetAsync($"/account/set-up/{token}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await NothingAsync();

        var (second, _) = await register.AddAsync("first", AccountRole.Editor, Stop);
        Assert.NotEqual(account.Id, second.Id);
    }

    private async Task NothingAsync()
    {
        using var browser = Editor.Browser(site);
        string[] guesses =
        [
            "/account/set-up", "/account/set-up/", "/setup", "/install", "/account/register", "/register", "/admin", "/desk/admin/users", "/account/sign-up",
            .. Enumerable.Range(0, 200).Select(i => $"/account/set-up/{Convert.ToHexString(BitConverter.GetBytes(i))}"),
        ];
        foreach (var address in guesses)
        {
            using var answer = await browser.GetAsync(address, Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address} answered {(int)answer.StatusCode}");
        }
    }
}
