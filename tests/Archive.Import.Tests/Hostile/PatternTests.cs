using System.Reflection;
using System.Text.RegularExpressions;
using Archive.Store;

namespace Archive.Import.Tests.Hostile;

/// <summary>No pattern of the archive can be made to run for ever, and this is known without a stopwatch.</summary>
public sealed class PatternTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_pattern_is_linear_or_has_a_time_limit()
    {
        var patterns = new[] { typeof(SeedParser).Assembly, typeof(Post).Assembly }.SelectMany(Patterns).ToList();
        Assert.All(patterns, pattern => Assert.True(Safe(pattern.Regex), $"{pattern.Name} is neither NonBacktracking nor timed"));
    }

    [Fact]
    public void An_unguarded_pattern_would_be_found()
    {
        Assert.Contains(Patterns(typeof(PatternTests).Assembly), pattern => pattern.Name.EndsWith(nameof(Unguarded), StringComparison.Ordinal) && !Safe(pattern.Regex));
    }

#pragma warning disable MA0009 // The negative control of the test above.
    private static readonly Regex Unguarded = new("a+b", RegexOptions.None);
#pragma warning restore MA0009

    private static bool Safe(Regex regex) =>
        regex.Options.HasFlag(RegexOptions.NonBacktracking) || regex.MatchTimeout != Regex.InfiniteMatchTimeout;

    private static IEnumerable<(string Name, Regex Regex)> Patterns(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (var method in type.GetMethods(Any).Where(method => method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0))
                yield return ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!);
            foreach (var field in type.GetFields(Any).Where(field => typeof(Regex).IsAssignableFrom(field.FieldType)))
                if (field.GetValue(null) is Regex regex) yield return ($"{type.Name}.{field.Name}", regex);
            foreach (var field in type.GetFields(Any).Where(field => field.FieldType == typeof(Regex[])))
                foreach (var regex in (Regex[]?)field.GetValue(null) ?? []) yield return ($"{type.Name}.{field.Name}", regex);
        }
    }
}
