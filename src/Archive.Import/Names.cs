using Archive.Import.Lines;

namespace Archive.Import;

/// <summary>How layouts and roles are spelled outside the code: "weblog-archive", "repeated-title".</summary>
public static class Names
{
    private static readonly string[] Roles = [.. Enum.GetNames<LineRole>().Select(Kebab)];

    /// <returns>Null for a seed in which nothing was recognised.</returns>
    public static string? Of(Layout layout) => layout == Layout.None ? null : Kebab(layout.ToString());

    public static string Of(LineRole role) => Roles[(int)role];

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : "-")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
