using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>Pictures of what the tests look at, for people to look at: written where ARCHIVE_SCREENSHOTS names a folder.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ARCHIVE_SCREENSHOTS");

    public static async Task SaveAsync(IPage page, string kind, int width, ColorScheme scheme)
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{kind}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), FullPage = true });
        }
    }
}
