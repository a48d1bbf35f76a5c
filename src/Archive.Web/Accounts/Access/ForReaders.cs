using Microsoft.AspNetCore.Authorization;

namespace Archive.Web.Accounts.Access;

/// <summary>
/// The rule of what anybody may ask for and everybody gets alike: it sets no cookie, reads none, and may be kept. Signing in is open to
/// anybody too, but not this.
/// </summary>
internal sealed class ForReaders : IAllowAnonymous
{
    public static ForReaders Rule { get; } = new();

    public static bool Is(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ForReaders>() is not null;
}

internal static class ForReadersRegistration
{
    public static TBuilder ForReaders<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => endpoint.Metadata.Add(Access.ForReaders.Rule));
        return endpoints;
    }
}
