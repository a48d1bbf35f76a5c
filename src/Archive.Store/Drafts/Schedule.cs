using Archive.Store.Accounts;

namespace Archive.Store.Drafts;

/// <summary>That a draft is to be published at a moment, by itself. While it is, the draft is not changed.</summary>
public sealed class Schedule
{
    public long Id { get; set; }

    public long DraftId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>When it was scheduled, UTC: a text that says no date is of that day.</summary>
    public DateTime SetAt { get; set; }

    /// <summary>In which the time was typed: "Europe/Berlin".</summary>
    public required string Zone { get; set; }

    /// <summary>Of what was looked at when it was scheduled: nothing else is published.</summary>
    public required string Hash { get; set; }

    /// <summary>What publishing would have done then, and to what: where it would do something else, somebody has to look.</summary>
    public required string Foreseen { get; set; }

    /// <summary>Who said so. Who may not sign in any more when the time comes publishes nothing.</summary>
    public long AccountId { get; set; }

    public Account? Account { get; set; }

    /// <summary>Why it was not published, in a sentence; null while there is nothing to say.</summary>
    public string? Trouble { get; set; }
}
