namespace Archive.Store;

/// <summary>The publication that carried an item ("BBC").</summary>
public sealed class Outlet
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    /// <summary>An editor chose the name: no import knows a better one.</summary>
    public bool IsNamed { get; set; }
}

/// <summary>The subject heading a page was filed under ("human dignity").</summary>
public sealed class Category
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    /// <summary>As <see cref="Outlet.IsNamed"/>.</summary>
    public bool IsNamed { get; set; }

    public List<Post> Posts { get; } = [];
}

/// <summary>A post stands in a category.</summary>
public sealed class PostCategory
{
    public long PostId { get; set; }

    public long CategoryId { get; set; }
}
