using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Archive.Store;
using Archive.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Archive.Web.Hosting.Keys;

/// <summary>
/// What one node signs or seals, every node of the site can check and open: the keys are in the store. Without Site:KeyCertificateFile
/// they lie there in the clear, so whoever can read the table ProtectionKeys (the database's administrator, the holder of a backup) could
/// forge an editor's session; with it the table holds them sealed to the certificate, which every node must have.
/// </summary>
internal static class SharedKeys
{
    /// <exception cref="OptionsValidationException">The certificate cannot be used.</exception>
    public static void AddSharedKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StoredKeys>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<StoredKeys>((options, keys) =>
        {
            options.XmlRepository = keys;
            // Said here and in the documents, not in the log at every start.
            options.XmlEncryptor ??= new NullXmlEncryptor();
        });
        var protection = builder.Services.AddDataProtection().SetApplicationName("archive");
        if (builder.Configuration.GetValue<bool>(StoreRegistration.ReadOnlyKey))
        {
            protection.DisableAutomaticKeyGeneration();
        }
        if (Certificate(builder) is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }
    }

    private static X509Certificate2? Certificate(WebApplicationBuilder builder)
    {
        const string Key = $"{SiteOptions.Section}:{nameof(SiteOptions.KeyCertificateFile)}";
        if (builder.Configuration[Key] is not { Length: > 0 } file)
        {
            return null;
        }
        try
        {
            var passwordFile = builder.Configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.KeyCertificatePasswordFile)}"];
            var password = string.IsNullOrEmpty(passwordFile) ? null : File.ReadAllText(InContentRoot(passwordFile)).TrimEnd('\r', '\n');
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(InContentRoot(file), password);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException("it holds no private key");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new OptionsValidationException(Key, typeof(SiteOptions), [$"{Key}: '{file}' is no certificate with a private key (PKCS #12) that can be opened: {e.Message}"]);
        }

        string InContentRoot(string path) => Path.GetFullPath(path, builder.Environment.ContentRootPath);
    }
}
