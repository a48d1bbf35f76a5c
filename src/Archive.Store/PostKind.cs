namespace Archive.Store;

/// <summary>What a post is. Spelled in addresses, JSON and files as in <see cref="PostKindName"/>.</summary>
public enum PostKind
{
    /// <summary>A post that lists headlines for a period.</summary>
    Digest,
    PressRelease,
    Statement,
    Article,
    Report,
    Letter,
    /// <summary>A regular round-up by one organisation, in prose.</summary>
    Brief,
}

/// <summary>How exactly a printed date is known; a post's first and last day always span the whole of it.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
}

/// <summary>The one spelling of a kind outside the code: "press-release".</summary>
public static class PostKindName
{
    public static string Of(PostKind kind) => kind switch
    {
        PostKind.PressRelease => "press-release",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <returns>The kind, or null where no kind is spelled so.</returns>
    public static PostKind? Parse(string? name) =>
        Enum.GetValues<PostKind>().Cast<PostKind?>().FirstOrDefault(kind => Of(kind!.Value) == name);
}
