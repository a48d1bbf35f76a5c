using System.Text;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Archive.Web.Tests.Accounts;

/// <summary>Which passwords are taken, how they are kept, and the codes that go with them (T31).</summary>
public sealed class PasswordTests
{
    [Theory]
    [InlineData("short")]
    [InlineData("elevenchars")]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2021!")]
    [InlineData("qwertyuiop123")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("Uyghur News 2021")]
    [InlineData("headline-headline")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("letmeinletmeinletmein")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("Lamplight Digest 1")]
    [InlineData("Annabella annabella")]
    public void What_is_tried_first_is_refused(string password) => Assert.NotNull(PasswordRules.Refusal(password, "Lamplight", "Annabella"));

    [Theory]
    [InlineData("seven lamps by the quiet river")]
    [InlineData("kT7#vq9zLm2x")]
    [InlineData("ئۇيغۇرچە بىر ئۇزۇن سۆز")]
    [InlineData("🦊🦉🐝 drei kleine Tiere")]
    [InlineData("tea kettle window moss")]
    public void Whatever_is_ones_own_is_taken(string password) => Assert.Null(PasswordRules.Refusal(password, "Lamplight", "Annabella"));

    [Fact]
    public void Long_passwords_count_to_their_last_letter()
    {
        var hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var account = new Account { Name = "" };
        var password = string.Concat(Enumerable.Range(0, 60).Select(i => $"word {i} "));
        Assert.Null(PasswordRules.Refusal(password, "Lamplight", "Annabella"));
        var hash = hasher.HashPassword(account, password);
        foreach (var at in new[] { 71, 72, 73, 127, 128, password.Length - 1 })
        {
            var other = new StringBuilder(password) { [at] = '#' }.ToString();
            Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(account, hash, other));
        }
    }

    [Theory]
    // RFC 6238, appendix B, the last six of the eight digits.
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(code, Totp.CodeAt(secret, Totp.StepAt(now)));
        Assert.Equal(Totp.StepAt(now), Totp.StepOf(secret, code, now.AddSeconds(30)));
        Assert.Null(Totp.StepOf(secret, code, now.AddSeconds(90)));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Text(secret));
    }
}

/// <summary>A hash from before the number of rounds was raised is made anew when its owner signs in.</summary>
public sealed class RehashTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    [Fact]
    public async Task An_older_hash_is_made_anew_by_signing_in()
    {
        var (editor, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        var cheap = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(new() { Name = "" }, Editor.Password);
        await site.Store.ExecuteAsync($"""UPDATE "Accounts" SET "PasswordHash" = '{cheap}' WHERE "Name" = '{editor.Name}'""", TestContext.Current.CancellationToken);
        using var entered = await editor.SignInAsync(client);
        var kept = (string)(await site.Store.ExecuteAsync($"""SELECT "PasswordHash" FROM "Accounts" WHERE "Name" = '{editor.Name}'""", TestContext.Current.CancellationToken))!;
        using var scope = site.Services.CreateScope();
        Assert.Equal(PasswordVerificationResult.Success, scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().VerifyHashedPassword(new() { Name = "" }, kept, Editor.Password));
    }
}
