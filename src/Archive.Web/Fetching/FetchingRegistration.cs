using Archive.Web.Fetching.Checking;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archive.Web.Fetching;

/// <summary>What asks other sites for something. All of it is off unless the settings turn it on.</summary>
internal static class FetchingRegistration
{
    public static void AddFetching(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(CheckedConnection.OfThisMachine);
        builder.Services.AddSingleton<GuardedFetcher>();
        builder.Services.AddSingleton<LinkChecker>();
        builder.Services.AddSingleton<Titles.TitleFetcher>();
    }

    /// <summary>Beside <see cref="AddFetching"/>, on a node that serves.</summary>
    public static void AddLinkChecks(this WebApplicationBuilder builder) => builder.Services.AddHostedService<LinkCheckService>();
}
