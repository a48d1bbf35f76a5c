using System.Text.Json;
using Archive.Store.Accounts;
using Archive.Web.Accounts;
using Archive.Web.Accounts.Passkeys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Accounts;

/// <summary>Answers that no honest browser gives: none of a thousand makes a passkey or lets anybody in, and the right one does (T26).</summary>
[Trait("Store", "Any")]
public sealed class ForgedPasskeyTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    private const int Tries = 500;

    private static readonly PlayedDevice.Forgery Right = new("none");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task None_of_a_thousand_forged_answers_makes_a_passkey_or_lets_anybody_in()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (ceremony, context) = At(scope.ServiceProvider);
        var register = site.Services.GetRequiredService<AccountRegister>();
        var (account, _) = await register.AddAsync("Owner of a device", AccountRole.Editor, Stop);
        var (other, _) = await register.AddAsync("Owner of another", AccountRole.Editor, Stop);
        using PlayedDevice device = new(), thief = new();

        var former = await ceremony.ToCreateAsync(context, account.Id);
        // What makes a passkey is not signed.
        foreach (var forgery in Often(Forgeries("webauthn.get", former, thief).Where(forgery => forgery.Signer is null)))
        {
            var asked = await ceremony.ToCreateAsync(context, account.Id);
            Assert.True(await ceremony.MadeAsync(context, account.Id, device.Create(asked.Options, forgery), asked.State, "Forged") is null, forgery.Name);
        }
        var made = await ceremony.ToCreateAsync(context, account.Id);
        var answer = device.Create(made.Options, Right);
        // Another's question, and one that was for signing in.
        Assert.Null(await ceremony.MadeAsync(context, other.Id, answer, made.State, "Forged"));
        Assert.Null(await ceremony.MadeAsync(context, account.Id, answer, (await ceremony.ToSignInAsync(context)).State, "Forged"));
        await site.Services.GetRequiredService<OwnWays>().AddAsync(new(account.Id), (await ceremony.MadeAsync(context, account.Id, answer, made.State, "Mine"))!, Stop);
        Assert.Null(await ceremony.MadeAsync(context, account.Id, answer, made.State, "Once more"));

        var earlier = await ceremony.ToSignInAsync(context);
        foreach (var forgery in Often(Forgeries("webauthn.create", earlier, thief)))
        {
            var asked = await ceremony.ToSignInAsync(context);
            Assert.True(await ceremony.SignedAsync(context, device.Get(asked.Options, forgery), asked.State) is null, forgery.Name);
        }
        var entering = await ceremony.ToSignInAsync(context);
        var signed = device.Get(entering.Options, Right);
        Assert.Equal(account.Id, (await ceremony.SignedAsync(context, signed, entering.State))?.Id);
        Assert.Null(await ceremony.SignedAsync(context, signed, entering.State));
        // A copy that has signed less often.
        var copied = await ceremony.ToSignInAsync(context);
        Assert.Null(await ceremony.SignedAsync(context, device.Get(copied.Options, Right with { MoreCount = -1 }), copied.State));
        var kept = (await register.ListAsync(Stop)).ToDictionary(one => one.Id, one => one.Passkeys.Count);
        Assert.Equal((1, 0), (kept[account.Id], kept[other.Id]));
    }

    [Fact]
    public async Task Without_our_rules_a_page_elsewhere_would_get_a_passkey_and_an_answer_would_be_good_twice()
    {
        await using var naive = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            services.PostConfigure<IdentityPasskeyOptions>(options => options.ValidateOrigin = _ => ValueTask.FromResult(true))));
        await using var scope = naive.Services.CreateAsyncScope();
        var (ceremony, context) = At(scope.ServiceProvider);
        var (account, _) = await naive.Services.GetRequiredService<AccountRegister>().AddAsync("Owner who is deceived", AccountRole.Editor, Stop);
        using var device = new PlayedDevice();
        var asked = await ceremony.ToCreateAsync(context, account.Id);
        var made = await ceremony.MadeAsync(context, account.Id, device.Create(asked.Options, Forgeries("", asked, device).First()), asked.State, "Elsewhere");
        Assert.NotNull(made);
        await naive.Services.GetRequiredService<OwnWays>().AddAsync(new(account.Id), made, Stop);

        var handler = scope.ServiceProvider.GetRequiredService<IPasskeyHandler<Account>>();
        var question = await handler.MakeRequestOptionsAsync(null, context);
        var answer = device.Get(question.RequestOptionsJson, Right);
        for (var time = 0; time < 2; time++)
        {
            Assert.True((await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer, AssertionState = question.AssertionState })).Succeeded);
        }
    }

    [Fact]
    public async Task An_account_has_room_for_so_many_passkeys_and_a_link_of_the_administrator_helps_in_all_the_same()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (ceremony, context) = At(scope.ServiceProvider);
        var (account, token) = await site.Services.GetRequiredService<AccountRegister>().AddAsync("Owner of many devices", AccountRole.Editor, Stop);
        var ways = site.Services.GetRequiredService<OwnWays>();
        async Task<bool> AddAsync(string? link = null)
        {
            using var device = new PlayedDevice();
            var asked = await ceremony.ToCreateAsync(context, account.Id);
            return await ways.AddAsync(new(account.Id, link), (await ceremony.MadeAsync(context, account.Id, device.Create(asked.Options, Right), asked.State, "One more"))!, Stop);
        }

        for (var number = 0; number < Passkey.MostOfAccount; number++)
        {
            Assert.True(await AddAsync());
        }
        Assert.False(await AddAsync());
        Assert.False((await ways.ReadAsync(account.Id, Stop)).HasRoom);
        Assert.True(await AddAsync(token));
        Assert.Equal(Passkey.MostOfAccount + 1, (await ways.ReadAsync(account.Id, Stop)).Passkeys.Count);
    }

    private static IEnumerable<PlayedDevice.Forgery> Often(IEnumerable<PlayedDevice.Forgery> forgeries)
    {
        var all = forgeries.ToList();
        return Enumerable.Range(0, Tries).Select(number => all[number % all.Count]);
    }

    private static IEnumerable<PlayedDevice.Forgery> Forgeries(string type, PasskeyForm former, PlayedDevice thief)
    {
        using var earlier = JsonDocument.Parse(former.Options);
        return
        [
            Right with { Name = "another origin", Origin = "https://elsewhere.example" }, Right with { Name = "another site", Site = "elsewhere.example" },
            Right with { Name = "an earlier question", Challenge = earlier.RootElement.GetProperty("challenge").GetString() }, Right with { Name = "for something else", Type = type },
            Right with { Name = "nobody recognised", IsVerified = false }, Right with { Name = "signed by another", Signer = thief },
        ];
    }

    private static (PasskeyCeremony Ceremony, HttpContext Context) At(IServiceProvider services)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Scheme, context.Request.Host) = ("http", new("localhost"));
        return (services.GetRequiredService<PasskeyCeremony>(), context);
    }
}
