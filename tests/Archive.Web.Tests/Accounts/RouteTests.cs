using System.Net;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Accounts;

/// <summary>Every route of the running site, asked by everybody (T23): none lets in whom it should not, and none has been forgotten.</summary>
public sealed class RouteTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_route_stands_in_the_table_and_the_table_names_no_other()
    {
        var (unknown, gone) = Compare(site, Routes.Rows.Keys);
        Assert.Empty(unknown);
        Assert.Empty(gone);
        // The same comparison finds one that is left out.
        Assert.Equal(["desk"], Compare(site, Routes.Rows.Keys.Where(route => route != "desk")).Unknown);
    }

    [Fact]
    public async Task Every_route_lets_in_whom_it_is_for_and_nobody_else()
    {
        foreach (var asker in Routes.Everybody)
        {
            using var client = await ClientAsync(site, asker);
            foreach (var (route, (askers, address)) in Routes.Rows)
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
                {
                    // Their forms are for everybody; what they do to whom has tests of its own.
                    using var request = new HttpRequestMessage(method, address);
                    using var answer = await client.SendAsync(request, Stop);
                    Assert.True(askers.Contains(asker) == IsLetIn(answer), $"{method} {route} answered {(int)answer.StatusCode} to {asker}");
                }
            }
        }
    }

    [Theory]
    [InlineData("/About", "/about")]
    [InlineData("/Desk/Index", "/desk")]
    [InlineData("/Account/Index", "/account")]
    public async Task A_page_that_came_without_a_rule_is_refused_to_everybody(string page, string address)
    {
        await using var careless = WithoutRule(site, page, fallback: true);
        foreach (var asker in Routes.Everybody)
        {
            using var client = await ClientAsync(careless, asker);
            using var answer = await client.GetAsync(address, Stop);
            Assert.True(!IsLetIn(answer), $"{address} answered {(int)answer.StatusCode} to {asker}");
        }
    }

    [Fact]
    public async Task Without_the_rule_for_what_has_none_such_a_page_would_be_open()
    {
        await using var naive = WithoutRule(site, "/Desk/Index", fallback: false);
        using var client = Editor.Browser(naive);
        // It even breaks down for want of somebody who asks; what matters is that nothing stood before it.
        using var answer = await client.GetAsync("/desk", Stop);
        Assert.True(IsLetIn(answer), $"{(int)answer.StatusCode}");
    }

    private static bool IsLetIn(HttpResponseMessage answer) =>
        answer.StatusCode != HttpStatusCode.Forbidden
        && !(answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal));

    private static async Task<HttpClient> ClientAsync(WebApplicationFactory<Program> site, Asker asker)
    {
        if (asker == Asker.Anonymous)
        {
            return Editor.Browser(site);
        }
        var (editor, client) = await Editor.SignedInAsync(site, Routes.RoleOf(asker));
        if (asker == Asker.Disabled)
        {
            await site.Services.GetRequiredService<Store.Accounts.AccountRegister>().DisableAsync(editor.Name, Stop);
        }
        return client;
    }

    // Reading pages under more than one address, and files, go by their marks.
    private static (IEnumerable<string> Unknown, IEnumerable<string> Gone) Compare(ArchiveSite site, IEnumerable<string> table)
    {
        var running = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(route => (Route: route.RoutePattern.RawText!.Trim('/'), ForReaders: ForReaders.Is(route)))
            .ToList();
        Assert.InRange(running.Count, 20, 500);
        return (
            running.Where(route => !table.Contains(route.Route) && !(route.ForReaders && (route.Route.StartsWith('{') || route.Route.Contains('{', StringComparison.Ordinal) || route.Route.Contains('.', StringComparison.Ordinal)))).Select(route => route.Route).Distinct().Order(),
            table.Except(running.Select(route => route.Route)));
    }

    private static WebApplicationFactory<Program> WithoutRule(ArchiveSite site, string page, bool fallback) => site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
    {
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.Add(new Forgotten(page)));
        if (!fallback)
        {
            services.PostConfigure<AuthorizationOptions>(options => options.FallbackPolicy = null);
        }
    }));

    private sealed class Forgotten(string page) : IPageApplicationModelConvention
    {
        public void Apply(PageApplicationModel model)
        {
            if (model.ViewEnginePath == page)
            {
                model.EndpointMetadata.Clear();
            }
        }
    }
}
