namespace Archive.Web.Hosting;

/// <summary>Where the program lives, which is where all its relative paths start: the same whatever the current directory is.</summary>
internal static class ArchiveHost
{
    public static WebApplicationBuilder CreateBuilder(string[] settings)
    {
        var given = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(settings)
            .Build();
        var source = SourceFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = given[WebHostDefaults.ContentRootKey] is null ? source ?? AppContext.BaseDirectory : null,
            // From source it is somebody trying it out; published, it is somebody's site.
            EnvironmentName = given[WebHostDefaults.EnvironmentKey] is null && source is not null ? Environments.Development : null,
        });
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    /// <returns>The project's folder when run from a build's output inside it; null when published, which has its settings beside it.</returns>
    private static string? SourceFolder()
    {
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.json")))
        {
            return null;
        }
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Archive.Web.csproj")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName;
    }
}
