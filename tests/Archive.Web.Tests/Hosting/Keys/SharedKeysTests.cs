using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Archive.Store;
using Archive.Web.Hosting;
using Archive.Web.Hosting.Keys;
using Archive.Web.Hosting.Watching;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Hosting.Keys;

/// <summary>Nodes on one store understand each other; nothing is written where nothing may be.</summary>
public sealed class SharedKeysTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<WebApplication> nodes = [];

    [Fact]
    public async Task What_one_node_protects_every_other_understands_also_after_a_restart()
    {
        await MigrateAsync();
        var (first, second) = (Node(), Node());
        var text = Protector(first).Protect("an editor");
        Assert.Equal("an editor", Protector(second).Unprotect(text));
        Assert.Equal("another", Protector(first).Unprotect(Protector(second).Protect("another")));

        // A new process reads the key ring anew.
        Assert.Equal("an editor", Protector(Node()).Unprotect(text));
        Assert.Single(await KeysAsync());

        // Another site's keys open nothing.
        using var elsewhere = new SharedKeysTests();
        await elsewhere.MigrateAsync();
        Assert.ThrowsAny<CryptographicException>(() => Protector(elsewhere.Node()).Unprotect(text));
    }

    [Fact]
    public async Task Nodes_that_start_together_on_an_empty_store_agree_on_one_key()
    {
        await MigrateAsync();
        var together = Enumerable.Range(0, 6).Select(_ => Node()).ToList();
        using var start = new Barrier(together.Count);
        var texts = await Task.WhenAll(together.Select(node => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Protector(node).Protect("text");
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(await KeysAsync());
        Assert.All(together, node => Assert.All(texts, text => Assert.Equal("text", Protector(node).Unprotect(text))));
    }

    [Fact]
    public async Task A_node_that_may_only_read_makes_no_key_but_uses_those_that_are_there()
    {
        await MigrateAsync();
        var reader = Node((StoreRegistration.ReadOnlyKey, "true"));
        Assert.ThrowsAny<Exception>(() => Protector(reader).Protect("text"));
        Assert.Empty(await KeysAsync());

        var text = Protector(Node()).Protect("text");
        Assert.Equal("text", Protector(Node((StoreRegistration.ReadOnlyKey, "true"))).Unprotect(text));
        Assert.Equal("text", Protector(reader).Unprotect(text));
    }

    [Fact]
    public async Task Sealed_to_a_certificate_the_store_does_not_hold_the_key_itself()
    {
        await MigrateAsync();
        var sealedTo = await CertificateAsync();
        var text = Protector(Node(sealedTo)).Protect("text");

        var key = Assert.Single(await KeysAsync());
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        Assert.Contains("EncryptedKey", key, StringComparison.Ordinal);
        Assert.Equal("text", Protector(Node(sealedTo)).Unprotect(text));
        Assert.ThrowsAny<Exception>(() => Protector(Node()).Unprotect(text));

        // The control: without a certificate the key lies there in the clear, as the documents say.
        using var open = new SharedKeysTests();
        await open.MigrateAsync();
        Protector(open.Node()).Protect("text");
        Assert.NotEmpty(XElement.Parse(Assert.Single(await open.KeysAsync())).Descendants("masterKey"));
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_opened_is_named()
    {
        var sealedTo = await CertificateAsync();
        await File.WriteAllTextAsync(folder["password"], "wrong", TestContext.Current.CancellationToken);
        var refused = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => Node(sealedTo));
        Assert.StartsWith("Site:KeyCertificateFile: ", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var node in nodes)
        {
            ((IDisposable)node).Dispose();
        }
        folder.Dispose();
    }

    private static IDataProtector Protector(WebApplication node) => node.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private WebApplication Node(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(folder.Store.Settings);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        builder.AddArchiveOptions();
        builder.AddArchiveLogging();
        builder.AddArchiveData();
        builder.AddStoreWatch();
        builder.AddSharedKeys();
        var node = builder.Build();
        nodes.Add(node);
        return node;
    }

    private async Task MigrateAsync()
    {
        await using var archive = await Node().Services.OpenStoreAsync(TestContext.Current.CancellationToken);
        await archive.MigrateAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> KeysAsync()
    {
        await using var archive = await Node().Services.OpenStoreAsync(TestContext.Current.CancellationToken);
        return await archive.ProtectionKeys.Select(key => key.Xml).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(string Key, string Value)[]> CertificateAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllBytesAsync(folder["keys.pfx"], certificate.Export(X509ContentType.Pkcs12, "secret"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["password"], "secret\n", TestContext.Current.CancellationToken);
        return [("Site:KeyCertificateFile", folder["keys.pfx"]), ("Site:KeyCertificatePasswordFile", folder["password"])];
    }
}
