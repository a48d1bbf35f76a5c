using System.Buffers.Text;
using System.Security.Cryptography;
using Archive.Store.Accounts;

namespace Archive.Store.Drafts;

/// <summary>What a draft will be once it is published.</summary>
public enum DraftKind
{
    /// <summary>A list of links, from what was pasted.</summary>
    List,

    /// <summary>A post of any other kind.</summary>
    Post,
}

/// <summary>
/// What somebody is still writing: the form as it was typed, nothing in it changed. No reader sees it. Editors work together, so each sees
/// everybody's.
/// </summary>
public sealed class Draft
{
    /// <summary>What was deleted or published can be looked at for so long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public const int LongestName = 120;

    public long Id { get; set; }

    /// <summary>By which its page knows it, given when the page was first shown: sent twice, it is still one draft.</summary>
    public required string Key { get; set; }

    public DraftKind Kind { get; set; }

    /// <summary>The fields of the form and what was typed into them, as JSON.</summary>
    public required string Form { get; set; }

    /// <summary>What a list of drafts calls it; may be empty.</summary>
    public required string Name { get; set; }

    /// <summary>Counts from 1: whoever saves says which version they began from.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who began it.</summary>
    public long AccountId { get; set; }

    public Account? Account { get; set; }

    /// <summary>Who saved it last.</summary>
    public long SavedById { get; set; }

    public Account? SavedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>Of what was published.</summary>
    public string? Address { get; set; }

    public Schedule? Schedule { get; set; }

    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static bool IsKey(string? key) => key is { Length: 22 } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
