namespace Archive.Web.Commands;

/// <summary>What a verb tells its caller.</summary>
internal static class ExitCode
{
    public const int AllWell = 0;

    /// <summary>Something was set aside, refused, or could not be done.</summary>
    public const int NotWhole = 1;

    public const int WrongUsage = 2;
}
