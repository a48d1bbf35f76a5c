using Archive.Web.Pages.Desk.Drafting;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

internal static class NothingOnTime
{
    /// <summary>For tests that count what the store is asked, or say themselves when something is published.</summary>
    public static void PublishNothingByItself(this IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(PublishingOnTime)));
}
