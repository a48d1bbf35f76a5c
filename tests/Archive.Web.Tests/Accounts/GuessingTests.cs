using System.Net;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archive.Web.Tests.Accounts;

/// <summary>Guessing is slowed on all nodes together, locks nobody out, and learns nothing about who there is (T27, T28).</summary>
public sealed class GuessingTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    private const int Tries = 400;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_guess_from_wherever_few_hashes_are_checked_and_the_owner_comes_in()
    {
        var counted = new CountingHasher();
        await using var first = With(counted);
        await using var second = With(counted);
        var (editor, known) = await Editor.SignedInAsync(first);
        using var _ = known;
        // From this browser the owner signed in once.
        using (var entered = await editor.SignInAsync(known, code: editor.RecoveryCodes[1]))
        {
            Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        }
        counted.Checks = 0;

        var slowed = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Tries), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (i, cancellation) =>
        {
            var node = i % 2 == 0 ? first : second;
            await using var scope = node.Services.CreateAsyncScope();
            var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
            // 200 networks.
            context.Connection.RemoteIpAddress = new IPAddress(new byte[] { 127, (byte)(i % 200), 0, 1 });
            var outcome = await node.Services.GetRequiredService<PasswordSignIn>().CheckAsync(context, editor.Name, $"a guess, number {i}", "123456");
            Assert.Null(outcome.Account);
            if (outcome.IsTooEarly)
            {
                Interlocked.Increment(ref slowed);
            }
        });
        Assert.InRange(counted.Checks, 1, Guessing.AtOnce);
        Assert.Equal(Tries, counted.Checks + slowed);

        using var stranger = Editor.Browser(second);
        using var refused = await editor.SignInAsync(stranger, code: editor.RecoveryCodes[2]);
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (refused.StatusCode, refused.Headers.Contains("Retry-After")));
        using var owner = await editor.SignInAsync(known, code: editor.RecoveryCodes[2]);
        Assert.Equal(HttpStatusCode.Found, owner.StatusCode);
    }

    [Fact]
    public async Task One_network_is_slowed_whichever_names_it_tries_and_no_address_is_written_anywhere()
    {
        await using var node = With(new CountingHasher());
        var guesses = node.Services.GetRequiredService<Guesses>();
        var let = 0;
        for (var i = 0; i < 200; i++)
        {
            let += await guesses.TakeAsync($"name {i}", null, new IPAddress([198, 51, 100, (byte)i]), Stop) ? 1 : 0;
        }
        Assert.InRange(let, 30, 100);
        Assert.True(await guesses.TakeAsync("another", null, new IPAddress([198, 51, 101, 1]), Stop));
        Assert.Equal(2L, await site.Store.ExecuteAsync(StoreUnderTest.Kind == StoreKind.Sqlite
            ? "SELECT count(*) FROM pragma_table_info('Guessings')"
            : "SELECT count(*) FROM information_schema.columns WHERE table_name = 'Guessings'", Stop));
    }

    [Fact]
    public async Task An_invented_name_gets_the_same_answer_as_a_real_one_and_costs_as_many_hashes()
    {
        var counted = new CountingHasher();
        await using var node = With(counted);
        var (editor, client) = await Editor.SignedInAsync(node);
        client.Dispose();
        counted.Checks = 0;
        var real = await AnswerAsync(node, editor.Name, editor.Code());
        Assert.Equal(1, counted.Checks);
        var invented = await AnswerAsync(node, "Nobody at all", editor.Code());
        Assert.Equal(2, counted.Checks);
        Assert.Equal(real, invented);

        // As it is usually done, a name that nobody has costs nothing.
        await using var scope = node.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var name in new[] { editor.Name, "Nobody at all" })
        {
            Assert.False(await users.FindByNameAsync(name) is { } account && counted.VerifyHashedPassword(account, account.PasswordHash!, "not the right one") != PasswordVerificationResult.Failed);
        }
        Assert.Equal(3, counted.Checks);
    }

    [Fact]
    public async Task Without_the_slowing_every_guess_would_be_looked_at()
    {
        var counted = new CountingHasher();
        var clock = new SetClock();
        await using var node = With(counted, clock);
        var (editor, known) = await Editor.SignedInAsync(node);
        known.Dispose();
        counted.Checks = 0;
        for (var i = 0; i < 3 * Guessing.AtOnce; i++)
        {
            // All that was taken is paid off.
            clock.Advance(TimeSpan.FromSeconds(Guessing.BetweenSeconds));
            var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = node.Services };
            context.Connection.RemoteIpAddress = new IPAddress(new byte[] { 127, (byte)i, 1, 1 });
            Assert.Null((await node.Services.GetRequiredService<PasswordSignIn>().CheckAsync(context, editor.Name, $"a guess, number {i}", "123456")).Account);
        }
        Assert.Equal(3 * Guessing.AtOnce, counted.Checks);
    }

    [Fact]
    public void The_hash_for_nobody_is_as_dear_as_that_of_somebody()
    {
        var hasher = site.Services.CreateScope().ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();
        var hash = Convert.FromBase64String(hasher.HashPassword(new() { Name = "" }, "a password of somebody"));
        // Version 3; 2 is SHA-512; then the rounds.
        Assert.Equal((1, 2), (hash[0], hash[4]));
        Assert.InRange(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)), 220_000, 10_000_000);
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("Password")]
    public async Task A_field_of_a_million_accents_is_nobodys_and_keeps_no_processor(string field)
    {
        using var client = Editor.Browser(site);
        // Putting them in order, as names and passwords are, would take longer than the client waits.
        var fields = new Dictionary<string, string>
        {
            ["token"] = Uri.EscapeDataString(await client.TokenAsync("/account/sign-in")), ["Name"] = "Mira", ["Password"] = "none", ["Code"] = "000000",
            [field] = "a" + string.Concat(Enumerable.Repeat("\u0315\u0316", 500_000)),
        };
        using var content = new StringContent(string.Join('&', fields.Select(one => $"{one.Key}={one.Value}")), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync("/account/sign-in", content, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("do not go together", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(WebApplicationFactory<Program> node, string name, string code)
    {
        using var browser = Editor.Browser(node);
        using var answer = await browser.SendFormAsync("/account/sign-in", new() { ["Name"] = name, ["Password"] = "not the right one", ["Code"] = code });
        using var page = await ArchiveSite.ReadAsync(answer);
        foreach (var own in page.QuerySelectorAll("input[type=hidden], #name"))
        {
            own.RemoveAttribute("value");
        }
        foreach (var form in page.QuerySelectorAll("[data-options]"))
        {
            form.RemoveAttribute("data-options");
        }
        return $"{(int)answer.StatusCode} {page.DocumentElement.OuterHtml}";
    }

    private WebApplicationFactory<Program> With(CountingHasher hasher, TimeProvider? clock = null) => site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>>(hasher)).Replace(ServiceDescriptor.Singleton(clock ?? TimeProvider.System))));

    /// <summary>Checks as the site does, and counts.</summary>
    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> inner = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }));
        private int checks;

        public int Checks
        {
            get => checks;
            set => checks = value;
        }

        public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref checks);
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
