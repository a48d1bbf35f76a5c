using Archive.Store.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Store.Worklists;

internal static class WorklistRegistration
{
    public static void AddWorklists(this IServiceCollection services)
    {
        services.AddSingleton<WorkMemory>();
        services.AddSingleton<WorklistReader>();
        services.AddSingleton(provided => new WorkDecisions(provided.GetRequiredService<IDbContextFactory<ArchiveContext>>(), Clock(provided)));
        services.AddScoped<LostLinks>();
        services.AddSingleton(provided => Headlines(provided));
    }

    private static HeadlineRepair Headlines(IServiceProvider provided)
    {
        var store = provided.GetRequiredService<IDbContextFactory<ArchiveContext>>();
        return new(store, new PostEditor(store, Clock(provided)));
    }

    private static TimeProvider Clock(IServiceProvider provided) => provided.GetService<TimeProvider>() ?? TimeProvider.System;
}
