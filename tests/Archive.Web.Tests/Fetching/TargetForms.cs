namespace Archive.Web.Tests.Fetching;

/// <summary>Ways to write an address that leads into the server's own network (T43), and names that lead there.</summary>
internal static class TargetForms
{
    /// <summary>"PORT" is the canary's.</summary>
    public static readonly string[] Written =
    [
        // Loopback in every base and length that a resolver reads.
        "http://127.0.0.1/", "https://127.0.0.1/", "http://127.0.0.1:PORT/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://017700000001/",
        "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://0x7f.1/", "http://0177.1/", "http://127.000.000.001/", "http://127.0.0.1./", "http://127.255.255.254/",
        "http://2130706433:PORT/", "http://0x7f.0x0.0x0.0x1/", "http://00000177.0.0.1/", "http://4294967297/", "http://127.0.0.1%2f@news.example/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://１２７.0.0.1/",
        // Loopback and IPv4 inside IPv6.
        "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:127.0.0.1]/", "http://[::127.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/", "http://[64:ff9b::10.0.0.1]/", "http://[64:ff9b:1::1]/", "http://[2002:7f00:1::]/", "http://[2002:a00:1::1]/", "http://[2001:0:53aa:64c::80ff:fffe]/", "http://[::1%25lo]/",
        // Private, shared, link-local, unique-local, site-local.
        "http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.1/", "http://192.168.1.1/", "http://100.64.0.1/", "http://100.127.255.1/", "http://0xa9fea9fe/",
        "http://169.254.169.254/latest/meta-data/", "http://2852039166/", "http://0251.0376.0251.0376/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/", "http://[fec0::1]/",
        "http://168.63.129.16/", "http://192.0.0.192/", "http://[::ffff:169.254.169.254]/", "http://[::ffff:10.0.0.1]/",
        // This network, broadcast, multicast, reserved, documentation, benchmarks.
        "http://0.0.0.0/", "http://0/", "http://0.1.2.3/", "http://255.255.255.255/", "http://224.0.0.1/", "http://239.255.255.250/", "http://240.0.0.1/", "http://198.18.0.1/", "http://198.19.255.1/",
        "http://192.0.2.1/", "http://198.51.100.1/", "http://203.0.113.1/", "http://192.88.99.1/", "http://[ff02::1]/", "http://[2001:db8::1]/", "http://[3fff::1]/", "http://[100::1]/", "http://[2001:2::1]/", "http://[5f00::1]/",
        // Names of what is near.
        "http://localhost/", "http://LOCALHOST./", "http://localhost:PORT/", "http://a.localhost/", "http://intranet/", "http://printer.local/", "http://db.internal/", "http://metadata.google.internal/", "http://router.lan/",
        "http://nas.home.arpa/", "http://ip6-localhost/", "http://hidden.onion/",
        // Other ports and schemes, and user names that pass for hosts.
        "http://news.example:8080/", "http://news.example:22/", "https://news.example:6443/", "http://news.example:0/", "http://news.example:65535/", "ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1:PORT/_x",
        "dict://127.0.0.1:PORT/", "ws://127.0.0.1:PORT/", "unix:///var/run/docker.sock", "data:text/html,x", "javascript:x", "//127.0.0.1/", "http:127.0.0.1", "http:/127.0.0.1/", "http://news.example@127.0.0.1/",
        "http://news.example:80@127.0.0.1/", "http://user:password@news.example/", "http://@127.0.0.1/", @"http://127.0.0.1\@news.example/", @"http:\\127.0.0.1\", "http://127.0.0.1#@news.example/", "http://127.0.0.1?@news.example/",
        "http://[::1", "http://", "", " ", "http://news.example\t@127.0.0.1/", "http://127.0.0.1:80:PORT/", "http://.127.0.0.1/",
    ];

    /// <summary>What a public name may lead to; any address that is not public is enough.</summary>
    public static readonly string[] LedTo =
    [
        "127.0.0.1", "::1", "10.0.0.7", "169.254.169.254", "192.168.0.1", "172.20.0.2", "100.100.100.200", "0.0.0.0", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.7", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:0:1::7f00:1",
        "fe80::1", "fd00::1", "ff02::1", "255.255.255.255", "224.0.0.251", "198.18.0.1", "::127.0.0.1", "93.184.216.34 127.0.0.1", "127.0.0.1 93.184.216.34", "93.184.216.34 fd00::1",
    ];
}
