using System.Globalization;

namespace Archive.ScaleOut.Tests;

/// <summary>How often a fault is made, and how much else is tried: twenty times unless ARCHIVE_TEST_ROUNDS says otherwise.</summary>
internal static class Rounds
{
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("ARCHIVE_TEST_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 20;

    /// <summary>Said in the test's output, which tests/run.sh shows.</summary>
    public static void Tell(string what) => TestContext.Current.TestOutputHelper?.WriteLine($"rounds: {what}");
}
