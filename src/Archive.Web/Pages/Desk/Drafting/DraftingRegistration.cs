using Archive.Web.Pages.Desk.Lists;
using Archive.Web.Pages.Desk.Posts;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>What is written at the desk and not published yet.</summary>
internal static class DraftingRegistration
{
    public static void AddDrafting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Drafter>();
        builder.Services.AddSingleton<ListReader>();
        builder.Services.AddSingleton<IDraftReader>(services => services.GetRequiredService<ListReader>());
        builder.Services.AddSingleton<IDraftReader, PostReader>();
        builder.Services.AddSingleton<DuePublisher>();
        builder.Services.AddHostedService<PublishingOnTime>();
    }
}
