using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>What stands in the way of readers who do not see, hear, point or read as others do, as far as rules can find it.</summary>
internal static class Barriers
{
    /// <summary>Fails where a rule finds a serious one on the page as it is shown; by night only the rule about contrast is asked.</summary>
    public static async Task AssertNoneAsync(IPage page, string kind, ColorScheme scheme)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            // Night changes the colours, and nothing else that a rule is about.
            RunOnly = scheme == ColorScheme.Dark ? new() { Type = "rule", Values = ["color-contrast"] } : null,
            // Of what passes one example is enough: all of it would be most of the page, sent back as text.
            ResultTypes = [ResultType.Violations],
        });
        // A rule that was not run finds nothing.
        Assert.NotEmpty(found.Passes.Concat(found.Violations).Concat(found.Incomplete));
        var barriers = found.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")
            .ToList();
        Assert.True(barriers.Count == 0, $"{kind}, {scheme}: {string.Join('\n', barriers)}");
    }
}
