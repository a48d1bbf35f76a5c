namespace Archive.Web.Pages.Printed;

/// <summary>A link that leaves the archive: where it goes is shown beside it.</summary>
/// <param name="Host">As the network knows it, punycode for names that only look like another.</param>
internal sealed record OutwardLink(string Href, string Host)
{
    /// <returns>Null for anything but an absolute http, https or mailto address.</returns>
    public static OutwardLink? To(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }
        if (uri.Scheme == Uri.UriSchemeMailto)
        {
            return new(uri.AbsoluteUri, "e-mail");
        }
        return uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps
            ? new(uri.AbsoluteUri, Short(uri.IdnHost))
            : null;
    }

    private static string Short(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
