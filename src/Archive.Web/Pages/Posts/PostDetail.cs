using System.Linq.Expressions;
using Archive.Store;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Posts;

/// <summary>All of a post but its running text and its headlines.</summary>
internal sealed record PostDetail
{
    private const int AtMost = 50;

    public required long Id { get; init; }

    public required PostLine Line { get; init; }

    public string? OutletSlug { get; init; }

    public string? Place { get; init; }

    public string? Author { get; init; }

    public string? Agency { get; init; }

    public string? Addressee { get; init; }

    public string? Standfirst { get; init; }

    public string? Salutation { get; init; }

    public string? SignOff { get; init; }

    public string? Caption { get; init; }

    public string? Credit { get; init; }

    public bool IsExcerpt { get; init; }

    /// <summary>Length of the longest of its lists: what parts are counted by.</summary>
    public int Length { get; init; }

    public required IReadOnlyList<Named> Categories { get; init; }

    public required IReadOnlyList<Doubt> Doubts { get; init; }

    public required IReadOnlyList<Origin> Origins { get; init; }
}
