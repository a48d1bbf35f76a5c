using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Archive.ScaleOut.Tests.Deploy;

/// <summary>A real nginx with deploy/nginx/archive.conf, in which only addresses, ports and folders are others.</summary>
public sealed class Nginx : IDisposable
{
    // Ends with this process, however that ends: the pipe is closed by the kernel.
    private const string Guard = """nginx -p "$1" -c "$1/nginx.conf" & cat; kill $!; wait""";

    private readonly TemporaryFolder folder = new();

    private readonly int port = FreePort.Next();

    private Process? guard;

    /// <summary>Where nginx is, in words for a test that is skipped; null where it is there.</summary>
    public static string? Missing { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Any(path => File.Exists(Path.Combine(path, "nginx")))
            ? null
            : "There is no nginx on this machine. To install it, as root: apt-get install -y nginx-light";

    public async Task StartAsync(int firstNode, int secondNode)
    {
        Directory.CreateDirectory(folder["snippets"]);
        Directory.CreateDirectory(folder["tls"]);
        await WriteCertificateAsync();
        File.Copy(DeployedServer.InDeploy("nginx/archive-proxy.conf"), folder["snippets/archive-proxy.conf"]);
        var site = await File.ReadAllLinesAsync(DeployedServer.InDeploy("nginx/archive.conf"));
        await File.WriteAllLinesAsync(folder["archive.conf"], site
            .Where(line => !line.Contains("listen [::]", StringComparison.Ordinal))
            .Select(line => line
                .Replace("listen 80 ", $"listen 127.0.0.1:{FreePort.Next()} ", StringComparison.Ordinal)
                .Replace("listen 443 ", $"listen 127.0.0.1:{port} ", StringComparison.Ordinal)
                .Replace("/etc/letsencrypt/live/archive.example", folder["tls"], StringComparison.Ordinal)
                .Replace("/var/log/nginx", folder.Path, StringComparison.Ordinal)
                .Replace("192.0.2.11:8080", $"127.0.0.1:{firstNode}", StringComparison.Ordinal)
                .Replace("192.0.2.12:8080", $"127.0.0.1:{secondNode}", StringComparison.Ordinal)));
        // What Debian's own nginx.conf has around it, its logs included.
        await File.WriteAllTextAsync(folder["nginx.conf"], $$"""
            daemon off;
            master_process off;
            pid {{folder["nginx.pid"]}};
            error_log {{folder["error.log"]}};
            events { }
            http {
                access_log {{folder["access.log"]}};
                client_body_temp_path {{folder["body"]}};
                proxy_temp_path {{folder["proxy"]}};
                fastcgi_temp_path {{folder["fastcgi"]}};
                uwsgi_temp_path {{folder["uwsgi"]}};
                scgi_temp_path {{folder["scgi"]}};
                include archive.conf;
            }
            """);
        guard = Start("sh", ["-c", Guard, "guard", folder.Path]);
        var waiting = Stopwatch.StartNew();
        while (!Listens())
        {
            Assert.True(!guard.HasExited && waiting.Elapsed < TimeSpan.FromSeconds(20), "nginx does not listen");
            await Task.Delay(20);
        }
    }

    /// <summary>Whether nginx would start with a configuration, and what it says to it.</summary>
    public static async Task<(bool Good, string Said)> CheckAsync(string folder, string configuration)
    {
        using var process = Start("nginx", ["-t", "-p", folder, "-c", configuration]);
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, said);
    }

    /// <summary>A reader's browser, which finds archive.example here and believes its certificate.</summary>
    public HttpClient Reader() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=archive.example" },
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new("https://archive.example"),
    };

    /// <summary>All that nginx wrote down, wherever.</summary>
    public string Written() => string.Concat(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".conf", StringComparison.Ordinal) && !file.EndsWith(".pem", StringComparison.Ordinal)).Select(File.ReadAllText));

    public void Dispose()
    {
        if (guard is not null)
        {
            guard.StandardInput.Close();
            guard.WaitForExit(TimeSpan.FromSeconds(20));
            guard.Dispose();
        }
        folder.Dispose();
    }

    private bool Listens()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task WriteCertificateAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=archive.example", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(folder["tls/fullchain.pem"], certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(folder["tls/privkey.pem"], key.ExportPkcs8PrivateKeyPem());
    }

    private static Process Start(string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] += ":/usr/sbin";
        return Process.Start(start)!;
    }
}
