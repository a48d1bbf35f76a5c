using System.Net;
using System.Text;
using Archive.Store.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Accounts;

/// <summary>Nothing is changed by a form that another site, or another person, made somebody send (T24).</summary>
public sealed class ForgeryTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    // Where something is changed by what is sent.
    private static readonly string[] Writes =
        [.. Routes.Rows.Where(row => !row.Value.For.Contains(Asker.Anonymous) && row.Key != "desk").Select(row => row.Value.Address),
         "/account?handler=SignOutEverywhere", "/account?handler=Remove", "/account?handler=Rename", "/account/sign-in", "/account/set-up/none"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_without_ones_own_token_is_refused_and_changes_nothing()
    {
        // Whom no page is closed to.
        var (_, client) = await Editor.SignedInAsync(site, AccountRole.Administrator);
        var (_, other) = await Editor.SignedInAsync(site);
        using var stranger = Editor.Browser(site);
        using var both = (client);
        using var _2 = other;
        var foreign = await other.TokenAsync("/account");
        var before = await stranger.TokenAsync("/account/sign-in");
        foreach (var address in Writes)
        {
            foreach (var (what, content) in new (string, HttpContent)[]
            {
                ("no token", Form([])),
                ("another's token", Form(new() { ["token"] = foreign })),
                ("a token from before signing in", Form(new() { ["token"] = before })),
                ("plain text", new StringContent("token=x", Encoding.UTF8, "text/plain")),
            })
            {
                using var answer = await client.PostAsync(address, content, Stop);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address} with {what} answered {(int)answer.StatusCode}");
            }
        }
        using var asked = await client.GetAsync("/account?handler=SignOutEverywhere", Stop);
        using var still = await client.GetAsync("/desk", Stop);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Without_the_check_a_form_from_elsewhere_would_sign_somebody_out()
    {
        await using var naive = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            services.PostConfigure<RazorPagesOptions>(options => options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute { Order = 2000 }))));
        var (_, client) = await Editor.SignedInAsync(naive, AccountRole.Administrator);
        using var _ = client;
        using var answer = await client.PostAsync("/account/sign-out", Form([]), Stop);
        using var after = await client.GetAsync("/desk", Stop);
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.SeeOther), (answer.StatusCode, after.StatusCode));
    }

    private static FormUrlEncodedContent Form(Dictionary<string, string> fields) => new(fields);
}
